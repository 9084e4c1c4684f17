import { expect, test, vi } from 'vitest'
import { slotCount, takeSlot, waitForSlot, type Locks } from './webglSlots.ts'

/** The locks of a browser, as far as they are used: one holder a name, a queue, signals, and stealing. */
function makeLocks(): Locks {
  const held = new Map<string, { readonly reject: (error: unknown) => void; isOver: boolean }>()
  const queues = new Map<string, (() => void)[]>()
  const request = (name: string, options: LockOptions, take: (lock: Lock | null) => unknown) =>
    new Promise((resolve, reject) => {
      const grant = () => {
        const holder = { reject, isOver: false }
        held.set(name, holder)
        const free = () => {
          if (holder.isOver) return
          holder.isOver = true
          if (held.get(name) === holder) held.delete(name)
          queues.get(name)?.shift()?.()
        }
        const hold = async () => {
          const value = await take(null)
          free()
          resolve(value)
        }
        void hold()
      }
      if (options.steal) {
        const before = held.get(name)
        if (before) {
          before.isOver = true
          before.reject(new DOMException('stolen', 'AbortError'))
        }
        return grant()
      }
      const queue = queues.get(name) ?? []
      queues.set(name, queue)
      const wait = () => {
        if (options.signal?.aborted) {
          queue.shift()?.()
          return
        }
        grant()
      }
      options.signal?.addEventListener('abort', () => {
        const at = queue.indexOf(wait)
        if (at < 0) return
        queue.splice(at, 1)
        reject(new DOMException('aborted', 'AbortError'))
      })
      if (held.has(name)) queue.push(wait)
      else wait()
    })
  return { request } as unknown as Locks
}

const forever = () => new AbortController().signal
const quiet = () => new Promise((resolve) => setTimeout(resolve, 5))

test('there are as many slots as pictures may be in 3-D, and who comes later waits', async () => {
  const locks = makeLocks()
  const slots = await Promise.all(Array.from({ length: slotCount }, () => waitForSlot(locks, forever(), () => {})))
  const given = vi.fn()
  void waitForSlot(locks, forever(), () => {}).then(given)
  await quiet()
  expect(given).not.toHaveBeenCalled()
  slots[2]?.release()
  await quiet()
  expect(given).toHaveBeenCalledOnce()
})

test('who stops waiting gets none', async () => {
  const locks = makeLocks()
  const slots = await Promise.all(Array.from({ length: slotCount }, () => waitForSlot(locks, forever(), () => {})))
  const controller = new AbortController()
  const waiting = waitForSlot(locks, controller.signal, () => {})
  controller.abort()
  await expect(waiting).rejects.toThrow()
  slots[0]?.release()
  const next = await waitForSlot(locks, forever(), () => {})
  next.release()
})

test('a person who asks takes a slot over, and who had it is told', async () => {
  const locks = makeLocks()
  const lost = vi.fn()
  await Promise.all(Array.from({ length: slotCount }, () => waitForSlot(locks, forever(), lost)))
  const slot = await takeSlot(locks, 2, () => {})
  await quiet()
  expect(lost).toHaveBeenCalledOnce()
  slot.release()
})
