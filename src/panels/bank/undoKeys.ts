/** The keys that undo, as they are written on this machine. `userAgent`: that of the browser. */
export function undoKeys(userAgent: string): string {
  return /Mac|iPhone|iPad/.test(userAgent) ? '⌘Z' : 'Ctrl+Z'
}
