/** Where this script came from, which is where the others are. */
const ownAddress = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI

const loads = new Map<string, Promise<void>>()

/** What was asked for twice is loaded once, even where the first time has not ended: another Three.js beside the first would be a stranger to it. */
function once(name: string, load: () => Promise<void>): Promise<void> {
  const known = loads.get(name) ?? load()
  loads.set(name, known)
  // What has failed may be asked for again.
  known.catch(() => loads.delete(name))
  return known
}

/** Loads a classic script beside this one; fails where it cannot be had. Needs no permission of another server, and works from a file. */
export function loadScript(name: string): Promise<void> {
  return once(
    name,
    () =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script')
        script.src = new URL(name, ownAddress).href
        script.addEventListener('load', () => resolve())
        script.addEventListener('error', () => {
          script.remove()
          reject(new Error(`${name} could not be fetched.`))
        })
        document.head.append(script)
      }),
  )
}

/** A style sheet beside this script. What it styles can be read without it. */
export function loadStyles(name: string): Promise<void> {
  return once(
    name,
    () =>
      new Promise((resolve) => {
        const link = document.createElement('link')
        link.rel = 'stylesheet'
        link.href = new URL(name, ownAddress).href
        link.addEventListener('load', () => resolve())
        link.addEventListener('error', () => resolve())
        document.head.append(link)
      }),
  )
}
