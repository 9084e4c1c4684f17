/** What decides whether anything moves. */
export interface TickerState {
  readonly isPlaying: boolean
  readonly isSettled: boolean
  /** The page is visible and the lab is on the screen. */
  readonly isAwake: boolean
  /** The view is on its way to another. */
  readonly isViewMoving: boolean
}

/** What to do in this animation frame. */
export interface TickerDecision {
  readonly ticksEngine: boolean
  readonly easesView: boolean
  /** False: ask for no further frame. */
  readonly goesOn: boolean
}

/** The decision of one animation frame: the engine runs while there is something to run, the view eases until it is there. */
export function tickerDecision({ isPlaying, isSettled, isAwake, isViewMoving }: TickerState): TickerDecision {
  const ticksEngine = isAwake && isPlaying && !isSettled
  const easesView = isAwake && isViewMoving
  return { ticksEngine, easesView, goesOn: ticksEngine || easesView }
}

/** The browser's animation frames, or made-up ones in a test. */
export interface FrameSource {
  readonly request: (callback: (nowMs: number) => void) => number
  readonly cancel: (handle: number) => void
}

/** One loop of animation frames that runs only while it is needed. */
export interface Ticker {
  /** Something may have begun to move. */
  readonly wake: () => void
  readonly stop: () => void
}

/** `onFrame(nowMs, elapsedMs)`: elapsed since the frame before, 0 in the first; returns whether to go on. */
export function createTicker(frames: FrameSource, onFrame: (nowMs: number, elapsedMs: number) => boolean): Ticker {
  let handle: number | null = null
  let lastMs: number | null = null
  const run = (nowMs: number) => {
    handle = null
    const elapsedMs = lastMs === null ? 0 : nowMs - lastMs
    lastMs = nowMs
    if (onFrame(nowMs, elapsedMs)) handle ??= frames.request(run)
    else if (handle === null) lastMs = null
  }
  return {
    wake() {
      handle ??= frames.request(run)
    },
    stop() {
      if (handle !== null) frames.cancel(handle)
      handle = null
      lastMs = null
    },
  }
}
