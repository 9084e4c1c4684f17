import { expect, test } from 'vitest'
import { defaultSettings, readSettings, settingsKey, writeSettings } from './settings.ts'

const holding = (text: string | null) => ({ getItem: () => text, setItem: () => {} })
const forbidden = {
  getItem: (): string | null => {
    throw new Error('SecurityError')
  },
  setItem: () => {
    throw new Error('QuotaExceededError')
  },
}

test('what was written is read', () => {
  const saved = new Map<string, string>()
  const storage = {
    getItem: (key: string) => saved.get(key) ?? null,
    setItem: (key: string, text: string) => void saved.set(key, text),
  }
  const settings = { theme: 'light' as const, folded: { input: true, here: false, plots: true } }
  writeSettings(storage, settings)
  expect([...saved.keys()]).toEqual([settingsKey])
  expect(readSettings(storage)).toEqual({ settings, isBroken: false })
})

test.each(['', 'null', '{', '[]', '{"theme":"pink"}', '{"theme":"dark","folded":{"input":1}}'])(
  '%j is broken',
  (text) => {
    expect(readSettings(holding(text))).toEqual({ settings: defaultSettings, isBroken: true })
  },
)

test('nothing saved, no storage, or a forbidden one: the defaults, without a word', () => {
  for (const storage of [holding(null), null, forbidden]) {
    expect(readSettings(storage)).toEqual({ settings: defaultSettings, isBroken: false })
    expect(() => writeSettings(storage, defaultSettings)).not.toThrow()
  }
})
