/** More pictures in 3-D than these at once on one page, and browsers begin to take the oldest ones away. */
export const slotCount = 4

const slotName = (slot: number) => `memoryscape-webgl-${slot}`

/** A right to one WebGL context, shared by all embeds of this server on a machine. */
export interface Slot {
  readonly release: () => void
}

/** Of `navigator.locks`, what is used. */
export type Locks = Pick<LockManager, 'request'>

/** The locks of the page, or null where there are none: in a sandbox without an origin, and on pages that are not secure. */
export function pageLocks(): Locks | null {
  try {
    return self.origin === 'null' ? null : (navigator.locks ?? null)
  } catch {
    return null
  }
}

/**
 * Waits for one of the slots. `signal` ends the waiting; `onLost` tells that another embed has taken it over (see `takeSlot`).
 * All slots are asked for at once; the first that is free counts, and the other requests are withdrawn.
 */
export function waitForSlot(locks: Locks, signal: AbortSignal, onLost: () => void): Promise<Slot> {
  return new Promise((resolve, reject) => {
    const others = new AbortController()
    let isGiven = false
    signal.addEventListener('abort', () => {
      others.abort()
      if (!isGiven) reject(new Error('Nobody waits any more.'))
    })
    const hold = () => {
      if (isGiven || signal.aborted) return undefined
      isGiven = true
      others.abort()
      return new Promise<void>((release) => resolve({ release }))
    }
    for (let slot = 1; slot <= slotCount; slot++) request(slot)

    function request(slot: number) {
      let isMine = false
      const take = () => {
        const held = hold()
        isMine = held !== undefined
        return held
      }
      locks.request(slotName(slot), { signal: others.signal }, take).catch((error: unknown) => {
        if (isMine) onLost()
        else if (!isAbort(error)) reject(error instanceof Error ? error : new Error('There are no locks.'))
      })
    }
  })
}

/** Takes a slot from whoever has it: for a person who asks for the picture by hand. */
export function takeSlot(locks: Locks, slot: number, onLost: () => void): Promise<Slot> {
  return new Promise((resolve, reject) => {
    let isMine = false
    const take = () => {
      isMine = true
      return new Promise<void>((release) => resolve({ release }))
    }
    locks.request(slotName(slot), { steal: true }, take).catch((error: unknown) => {
      if (isMine) onLost()
      else reject(error instanceof Error ? error : new Error('There are no locks.'))
    })
  })
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
