import { describe, expect, test } from 'vitest'
import { createLazyPort } from './lazyPort.ts'
import type { Port, PortListeners } from './port.ts'

/** A port that notes what is said to it, and echoes. */
function makePort() {
  const posted: string[] = []
  let listeners: PortListeners<string> | null = null
  let isClosed = false
  const port: Port<string, string> = {
    post(command) {
      posted.push(command)
      listeners?.onEvent(`heard ${command}`)
    },
    listen: (next) => void (listeners = next),
    close: () => void (isClosed = true),
  }
  return { port, posted, isClosed: () => isClosed }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('a port that is still being fetched', () => {
  test('keeps the order of what is posted before and after it has come', async () => {
    const { port, posted } = makePort()
    const heard: string[] = []
    const lazy = createLazyPort(() => Promise.resolve(port), 'missing')
    lazy.post('load', [])
    lazy.listen({ onEvent: (event) => heard.push(event), onDeath: () => heard.push('dead') })
    lazy.post('tick', [])
    expect(posted).toEqual([])
    await settle()
    lazy.post('tock', [])
    expect(posted).toEqual(['load', 'tick', 'tock'])
    expect(heard).toEqual(['heard load', 'heard tick', 'heard tock'])
  })

  test('closed before it has come, it is closed when it comes', async () => {
    const { port, posted, isClosed } = makePort()
    const lazy = createLazyPort(() => Promise.resolve(port), 'missing')
    lazy.post('load', [])
    lazy.close()
    await settle()
    expect(posted).toEqual([])
    expect(isClosed()).toBe(true)
  })

  test('where it cannot be had, that is heard once, and it does not count as a death', async () => {
    const heard: string[] = []
    const lazy = createLazyPort<string, string>(() => Promise.reject(new Error('offline')), 'missing')
    lazy.listen({ onEvent: (event) => heard.push(event), onDeath: () => heard.push('dead') })
    await settle()
    expect(heard).toEqual(['missing'])
  })
})
