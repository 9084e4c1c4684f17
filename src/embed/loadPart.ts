/** Where this script came from, which is where the others are. */
const ownAddress = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI

/** Loads a classic script beside this one, once; fails where it cannot be had. Needs no permission of another server, and works from a file. */
export function loadScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = new URL(name, ownAddress).href
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      script.remove()
      reject(new Error(`${name} could not be fetched.`))
    })
    document.head.append(script)
  })
}

/** A style sheet beside this script. What it styles can be read without it. */
export function loadStyles(name: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = new URL(name, ownAddress).href
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => resolve())
    document.head.append(link)
  })
}
