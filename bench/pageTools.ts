/** Frames a second. */
export interface FrameCount {
  /** Those in which the picture changed. */
  readonly drawn: number
  /** Animation frames of the page, while a slider swings; 0 otherwise. */
  readonly animated: number
}

/** What stands in the page under test as `window.bench`. */
export interface PageTools {
  /** From an input event on a slider to the finished pixels of the surface that answers it. */
  latency: (label: string, value: number) => Promise<number>
  /** Frames a second that wrote an attribute of the picture, while a slider swings or, without a label, nothing is done. */
  countFrames: (attribute: string, seconds: number, label: string | null) => Promise<FrameCount>
  /** A point of the window in the middle of what panels leave of the picture. */
  openPlace: () => [number, number]
  /** When the pixels of the first map (of an embed), and of the first surface, were finished. */
  firstMap: Promise<number>
  firstSurface: Promise<number>
}

declare global {
  interface Window {
    bench: PageTools
  }
}

/** Puts the tools into a page. Runs there, before the page's own code: it may use nothing from outside itself. */
export function instrumentPage(): void {
  // Reading a pixel back waits until everything before it has been drawn.
  const finish = (): void => {
    const gl = document.querySelector<HTMLCanvasElement>('.scene-canvas')?.getContext('webgl2')
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  }
  const slide = (label: string, value: number): void => {
    const input = document.querySelector<HTMLInputElement>(`input[type=range][aria-label="${label}"]`)
    if (!input) throw new Error(`There is no slider "${label}".`)
    // React listens for changes made behind its back: the setter of the element's class goes past it.
    Reflect.set(HTMLInputElement.prototype, 'value', String(value), input)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  // The picture writes attributes as it draws; an observer is called at the end of that same task.
  const watch = (attribute: string, seen: () => void): (() => void) => {
    const scene = document.querySelector('.scene')
    if (!scene) throw new Error('There is no picture in three dimensions.')
    const observer = new MutationObserver(seen)
    observer.observe(scene, { attributeFilter: [attribute] })
    return () => observer.disconnect()
  }
  const latency = (label: string, value: number): Promise<number> =>
    new Promise((resolve) => {
      const started = performance.now()
      const stop = watch('data-landscape-version', () => {
        finish()
        stop()
        resolve(performance.now() - started)
      })
      slide(label, value)
    })
  const countFrames = async (attribute: string, seconds: number, label: string | null): Promise<FrameCount> => {
    let frames = 0
    let animationFrames = 0
    let isOver = false
    const stop = watch(attribute, () => frames++)
    const started = performance.now()
    const swing = (): void => {
      if (isOver || label === null) return
      animationFrames++
      slide(label, 1.6 + 0.4 * Math.sin((performance.now() - started) / 300))
      requestAnimationFrame(swing)
    }
    requestAnimationFrame(swing)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    isOver = true
    stop()
    const elapsed = (performance.now() - started) / 1000
    return { drawn: frames / elapsed, animated: animationFrames / elapsed }
  }
  const openPlace = (): [number, number] => {
    const places: [number, number][] = []
    for (let y = 5; y < window.innerHeight; y += 10) {
      for (let x = 5; x < window.innerWidth; x += 10) {
        if (document.elementFromPoint(x, y)?.closest('.scene')) places.push([x, y])
      }
    }
    const mean = (axis: 0 | 1): number => places.reduce((sum, place) => sum + place[axis], 0) / places.length
    return [mean(0), mean(1)]
  }
  // At the mark itself the frame has been asked for; an observer of marks would be called one or two frames later.
  const first = (drawn: string, finishDrawing: () => void): Promise<number> =>
    new Promise((resolve) => {
      const mark = performance.mark.bind(performance)
      performance.mark = (name, options) => {
        const entry = mark(name, options)
        if (name === drawn) {
          finishDrawing()
          resolve(performance.now())
        }
        return entry
      }
    })
  const firstMap = first('first-map', () => {
    document.querySelector<HTMLCanvasElement>('.map-canvas')?.getContext('2d')?.getImageData(0, 0, 1, 1)
  })
  const firstSurface = first('first-surface', finish)
  window.bench = { latency, countFrames, openPlace, firstMap, firstSurface }
}
