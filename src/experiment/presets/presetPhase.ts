import { defaultPhase } from '../defaultPhase.ts'
import type { PhaseSettings } from '../phaseSettings.ts'
import type { Preset } from './preset.ts'

/**
 * The layers after a preset was loaded over those that are `shown`: its own over the default; without any of its own, those that are shown,
 * unless they came with the preset `before` and nobody has touched them since.
 */
export function phaseAfterLoading(
  preset: Pick<Preset, 'phase'>,
  before: Pick<Preset, 'phase'> | undefined,
  shown: PhaseSettings,
): PhaseSettings {
  if (preset.phase !== undefined) return { ...defaultPhase, ...preset.phase }
  if (before?.phase === undefined) return shown
  const brought: PhaseSettings = { ...defaultPhase, ...before.phase }
  const keys = Object.keys(brought) as (keyof PhaseSettings)[]
  return keys.every((key) => JSON.stringify(brought[key]) === JSON.stringify(shown[key])) ? defaultPhase : shown
}
