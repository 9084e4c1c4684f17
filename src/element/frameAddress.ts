/** What is handed on to the embed, in the words of its address. An attribute wins over the address in `src`. */
export const addressAttributes = [
  'preset',
  'controls',
  'locked',
  'layers',
  'picture',
  'autoplay',
  'caption',
  'alt',
  'height',
  'aspect',
  'allow',
  'open',
] as const

/** Attributes that mean something when they stand alone. An empty list of origins names nobody, which is not the same as none. */
const flags = /autoplay|open|allow/

/** The shape of a picture whose height nobody gave. */
const defaultAspect = '8:5'

/** Whether the height of the frame is for the embed to say. */
export function isHeightAuto(attribute: (name: string) => string | null): boolean {
  const height = attribute('height')
  return height === 'auto' || (!height && Boolean(attribute('aspect')))
}

/**
 * The address of the embed page for an element with these attributes, or a sentence about what is wrong with them.
 * `src` may name the embed page or the lab itself, whole or relative to `base`, the script of the element; without it the embed beside that script is meant.
 * `theme` is what `auto` comes to in the page around.
 */
export function frameAddress(
  attribute: (name: string) => string | null,
  base: string | undefined,
  theme: string,
): URL | string {
  const src = attribute('src') ?? ''
  let url: URL
  try {
    url = new URL(src || 'embed.html', base)
  } catch {
    return src ? `src is no whole address: “${src}”.` : 'src is missing: the address of an embed.'
  }
  // Anything else, such as javascript: or data:, would run in the page around, or is no lab.
  if (!/^(https?|file):$/.test(url.protocol)) {
    return `src should begin with https:, not with ${url.protocol}`
  }
  // Of '#/landscape?x=…', an address of the lab, as well.
  const words = new URLSearchParams(url.hash.replace(/^#(\/\w*\??)?/, ''))
  for (const name of addressAttributes) {
    const value = attribute(name)
    if (value || (value === '' && flags.test(name))) words.set(name, value)
  }
  if (attribute('preset')) words.delete('x')
  // The embed fills a frame of a given height. Without one it has a shape, and tells how high that makes it.
  words.delete('height')
  if (!isHeightAuto(attribute)) words.delete('aspect')
  else if (!words.get('aspect')) words.set('aspect', defaultAspect)
  // The embed says that it is another view of the same document.
  if (/^#.recall/.test(url.hash)) words.set('recall', '1')
  const chosen = attribute('theme') || words.get('theme') || 'auto'
  words.set('theme', chosen === 'auto' ? theme : chosen)
  url.pathname = url.pathname.replace(/(?<![^/])[^/]*$/, 'embed.html')
  url.search = ''
  url.hash = `${words}`
  return url
}
