import { pageLocks, slotCount, takeSlot, waitForSlot, type Slot } from './webglSlots.ts'

/** As long as this, a turn may take before a button offers to jump it. */
const hintMs = 1500

/** Where nobody counts. */
const uncounted: Slot = { release: () => {} }

/** A place among the few pictures in 3-D of a page: waited for, held, lost to another embed, given back. */
export interface Turn {
  /** Held or waited for. */
  readonly isUnderWay: () => boolean
  readonly isHeld: () => boolean
  /** Joins the queue. */
  readonly ask: () => void
  /** Takes a place from another embed, because a person has asked for it. */
  readonly insist: () => void
  readonly giveBack: () => void
}

interface TurnListener {
  readonly begin: () => void
  /** Another embed has it now. */
  readonly lost: () => void
  /** It takes long, or nobody knows how long: a person may insist. */
  readonly offer: () => void
}

/** Without locks nobody counts contexts: then they are built unasked only where the page around holds no more frames than there may be. */
function isAmongFew(): boolean {
  return window.parent === window || window.parent.length <= slotCount
}

export function createTurn({ begin, lost, offer }: TurnListener): Turn {
  const locks = pageLocks()
  let slot: Slot | null = null
  let waiting: AbortController | null = null

  function hold(next: Slot) {
    waiting = null
    slot = next
    begin()
  }

  const onLost = () => {
    slot = null
    lost()
  }

  async function attempt(start: (signal: AbortSignal) => Promise<Slot>) {
    giveBack()
    const controller = new AbortController()
    waiting = controller
    const hint = window.setTimeout(offer, hintMs)
    try {
      const given = await start(controller.signal)
      if (controller.signal.aborted) given.release()
      else hold(given)
    } catch {
      // Withdrawn, or refused.
      if (waiting !== controller) return
      waiting = null
      offer()
    } finally {
      window.clearTimeout(hint)
    }
  }

  function giveBack() {
    waiting?.abort()
    waiting = null
    slot?.release()
    slot = null
  }

  return {
    isUnderWay: () => slot !== null || waiting !== null,
    isHeld: () => slot !== null,
    ask() {
      if (locks) void attempt((signal) => waitForSlot(locks, signal, onLost))
      else if (isAmongFew()) hold(uncounted)
      else offer()
    },
    insist() {
      const anyone = 1 + (Math.floor(performance.now()) % slotCount)
      if (locks) void attempt(() => takeSlot(locks, anyone, onLost))
      else hold(uncounted)
    },
    giveBack,
  }
}
