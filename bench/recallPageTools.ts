/** What happened on the page within a time, by the messages of the engine and by what the picture wrote; all but `modelTime` a second. */
export interface RecallCount {
  /** Frames of the model that came from the engine. */
  readonly models: number
  /** Landscapes that were drawn. */
  readonly landscapes: number
  /** Animation frames of the page. */
  readonly animated: number
  /** Units of model time that passed, and that were asked for but dropped. */
  readonly modelTime: number
  readonly droppedTime: number
}

/** What stands in the page under test as `window.recallBench`. */
export interface RecallTools {
  readonly count: (seconds: number) => Promise<RecallCount>
  /** Begins to wait for a press of the pointer. */
  readonly awaitPress: () => void
  /** From that press, by the browser's own stamp, to the finished pixels of the landscape that answers it. */
  readonly latencyOfPress: () => Promise<number>
}

declare global {
  interface Window {
    recallBench: RecallTools
  }
}

/** Puts the tools into a page. Runs there, before the page's own code: it may use nothing from outside itself. */
export function instrumentRecall(): void {
  interface Message {
    readonly kind: string
    readonly time?: number
    readonly droppedTime?: number
    readonly lanes?: unknown
  }
  const totals = { models: 0, modelTime: 0, droppedTime: 0 }
  let lastTime = 0
  const hear = ({ data }: MessageEvent<Message>): void => {
    if (data.kind !== 'frame' || !data.lanes) return
    totals.models++
    totals.modelTime += Math.max(0, (data.time ?? 0) - lastTime)
    totals.droppedTime += data.droppedTime ?? 0
    lastTime = data.time ?? 0
  }
  window.Worker = class extends Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args)
      this.addEventListener('message', hear)
    }
  }
  // Reading a pixel back waits until everything before it has been drawn.
  const finish = (): void => {
    const gl = document.querySelector<HTMLCanvasElement>('.slice-area .scene-canvas')?.getContext('webgl2')
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  }
  const watchLandscapes = (seen: () => void): (() => void) => {
    const scene = document.querySelector('.slice-area .scene')
    if (!scene) throw new Error('There is no picture in three dimensions.')
    const observer = new MutationObserver(seen)
    observer.observe(scene, { attributeFilter: ['data-landscape-version'] })
    return () => observer.disconnect()
  }
  const count = async (seconds: number): Promise<RecallCount> => {
    const before = { ...totals }
    let landscapes = 0
    let animated = 0
    let isOver = false
    const stop = watchLandscapes(() => landscapes++)
    const animate = (): void => {
      if (isOver) return
      animated++
      requestAnimationFrame(animate)
    }
    const started = performance.now()
    requestAnimationFrame(animate)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    isOver = true
    stop()
    const elapsed = (performance.now() - started) / 1000
    return {
      models: (totals.models - before.models) / elapsed,
      landscapes: landscapes / elapsed,
      animated: animated / elapsed,
      modelTime: (totals.modelTime - before.modelTime) / elapsed,
      droppedTime: (totals.droppedTime - before.droppedTime) / elapsed,
    }
  }
  let latency: Promise<number> = Promise.resolve(Number.NaN)
  const awaitPress = (): void => {
    latency = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('No landscape answers the press.')), 10_000)
      const onPress = ({ timeStamp }: PointerEvent): void => {
        const stop = watchLandscapes(() => {
          finish()
          stop()
          resolve(performance.now() - timeStamp)
        })
      }
      window.addEventListener('pointerdown', onPress, { capture: true, once: true })
    })
  }
  window.recallBench = { count, awaitPress, latencyOfPress: () => latency }
}
