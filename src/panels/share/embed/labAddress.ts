/** Where this Memoryscape is, for others: its folder. Null where the page was opened from a disk, which no other page can show. */
export function labAddress(href: string): string | null {
  const { protocol, origin, pathname } = new URL(href)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return origin + pathname.slice(0, pathname.lastIndexOf('/') + 1)
}

/** A sentence where an address cannot be that of a Memoryscape; null where it can. */
export function addressProblem(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return 'Begin with https:// and end with the folder that Memoryscape is in.'
  return URL.canParse(text) ? null : 'This is no address that a browser can go to.'
}
