/** Long enough for the browser to have begun to read it. */
const keptMs = 10_000

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, data: Blob): void {
  const address = URL.createObjectURL(data)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
