/**
 * Whether the page around an element is light or dark: what it says on `<html>` or `<body>` (a data attribute of the usual names, or a class), else the
 * `color-scheme` that holds for the element, else what the reader's system asks for.
 */
export function hostTheme(element: Element): 'light' | 'dark' {
  // As text, with commas between what is not empty.
  const said = [document.documentElement, document.body].flatMap(({ dataset, className }) => {
    return [dataset['theme'], dataset['bsTheme'], dataset['colorMode'], className]
  })
  const name = /(?<![\w-])(dark|light)(?![\w-])/.exec(String(said))?.[1] ?? getComputedStyle(element).colorScheme
  if (name === 'dark' || name === 'light') return name
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Calls back when that may have changed. Returns what ends it. */
export function watchHostTheme(tell: () => void): () => void {
  const observer = new MutationObserver(tell)
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', tell)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', tell)
  }
}
