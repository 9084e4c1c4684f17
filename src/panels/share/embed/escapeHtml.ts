const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands within the quotation marks of an attribute of HTML. Line breaks become spaces, so that a snippet keeps to its lines. */
export function escapeAttribute(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/[&<>"']/g, (letter) => entities[letter])
}
