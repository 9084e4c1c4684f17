import type { Tab } from '../../ui/Tabs.tsx'

export const hereTabs = [
  { value: 'here', label: 'Here' },
  { value: 'basins', label: 'Basins' },
  { value: 'noise', label: 'Noise' },
  { value: 'diagram', label: 'Diagram' },
] as const satisfies readonly Tab<string>[]

export type HereTab = (typeof hereTabs)[number]['value']

/** Presets whose figures stand in one of the tabs. */
const tabOfPreset: Readonly<Record<string, HereTab>> = { fig4a: 'noise', fig4b: 'noise', fig5: 'here' }

/** The tab that has the figures of a preset; null where any will do. */
export function presetTab(presetId: string | null): HereTab | null {
  return presetId === null ? null : (tabOfPreset[presetId] ?? null)
}
