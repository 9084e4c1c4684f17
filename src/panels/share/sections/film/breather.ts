/** The page answers within this time: what takes longer is cut into pieces. Milliseconds. */
const longestMs = 20

/** A pause in which the page does what is due. Not a timer: those are held back in a tab that nobody sees. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}

/** Pauses where the last pause was long ago. */
export function createBreather(): () => Promise<void> {
  let lastMs = performance.now()
  return async () => {
    if (performance.now() - lastMs < longestMs) return
    await nextTask()
    lastMs = performance.now()
  }
}
