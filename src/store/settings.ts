import * as v from 'valibot'

export type Theme = 'system' | 'light' | 'dark'

/** Which panels are folded away. */
export interface Folded {
  readonly input: boolean
  readonly here: boolean
  readonly plots: boolean
}

/** What is remembered on this machine. The document is not part of it. */
export interface Settings {
  readonly theme: Theme
  readonly folded: Folded
}

/** Of `localStorage`, what is used. Each call may throw. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>

export const settingsKey = 'memoryscape.settings'
export const defaultSettings: Settings = { theme: 'system', folded: { input: false, here: false, plots: false } }

const settingsSchema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  folded: v.object({ input: v.boolean(), here: v.boolean(), plots: v.boolean() }),
})

/** The page's storage, or null: in a sandboxed frame the mere access throws. */
export function browserStorage(): SettingsStorage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

/** The saved settings, or the defaults; `isBroken` when something was saved that cannot be read. */
export function readSettings(storage: SettingsStorage | null): {
  readonly settings: Settings
  readonly isBroken: boolean
} {
  let text: string | null
  try {
    text = storage?.getItem(settingsKey) ?? null
  } catch {
    return { settings: defaultSettings, isBroken: false }
  }
  if (text === null) return { settings: defaultSettings, isBroken: false }
  try {
    return { settings: v.parse(settingsSchema, JSON.parse(text)), isBroken: false }
  } catch {
    return { settings: defaultSettings, isBroken: true }
  }
}

/** Saves, where that is possible. Where it is not, the settings last as long as the page. */
export function writeSettings(storage: SettingsStorage | null, { theme, folded }: Settings): void {
  try {
    storage?.setItem(settingsKey, JSON.stringify({ theme, folded }))
  } catch {
    // Full or forbidden: nothing is lost but the memory of a fold.
  }
}
