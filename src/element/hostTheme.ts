/**
 * Whether the figure of an element is light or dark: what its author says, else what the page around says on `<html>` or `<body>` (a data attribute of the
 * usual names, or a class), else the `color-scheme` that holds for the element, else what the reader's system asks for.
 */
export function hostTheme(element: Element, author: string | null | undefined): 'light' | 'dark' {
  const page = [document.documentElement, document.body].flatMap(({ dataset, className }) => {
    return [dataset['theme'], dataset['bsTheme'], dataset['colorMode'], className]
  })
  // As text, with commas between what is not empty.
  const said = String([author, ...page])
  const name = /(?<![\w-])(dark|light)(?![\w-])/.exec(said)?.[1] ?? getComputedStyle(element).colorScheme
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
