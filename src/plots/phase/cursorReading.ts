import { heightAt } from '../../model/landscape.ts'
import { densityAt } from '../../model/phase/density.ts'
import { recallFrom } from '../../model/phase/recallFrom.ts'
import { pairEnergy, pairEnergyGradientInto, pairFieldInto } from '../../model/twoNeurons.ts'
import type { AnalysisCell } from '../../store/analysis/analysis.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import { coordinateNames, type PictureState } from '../../store/pictureLab.ts'
import { formatFixed, formatNumber } from '../../ui/formatNumber.ts'
import { math, nameRuns, roman, sans, type TextRun } from '../mathText.ts'
import { attractorInWords, nameOfKey } from './attractors.ts'

/** What stands under the cross-hair: typeset, and the same in words. */
export interface CursorReading {
  readonly lines: readonly (readonly TextRun[])[]
  readonly words: string
}

/** What a reading is made from. */
interface ReadingSources {
  readonly cell: Pick<FrameCell, 'cursor' | 'landscape' | 'system' | 'equilibria'>
  readonly state: Pick<PictureState, 'memoryNames' | 'phase'>
  /** Null where no density is shown. */
  readonly density: AnalysisCell['density']
}

/** Decimals as in the table of equilibria: the width stays while the pointer moves. */
const fixed = (value: number) => formatFixed(value, 3)
const pairText = (pair: ArrayLike<number>) => `(${fixed(pair[0])}, ${fixed(pair[1])})`

/** Whether probability is on the picture, as height or as colour. */
function showsDensity(phase: PictureState['phase']): boolean {
  return phase !== null && (phase.quantity === 'density' || phase.settings.tint === 'density')
}

/** The read-out; null where the cross-hair is nowhere. On a slice of a larger network there are only place and energy. */
export function cursorReading({ cell, state, density }: ReadingSources): CursorReading | null {
  const { cursor, landscape, system } = cell
  if (!cursor || !landscape) return null
  const [x1, x2] = cursor
  const { letter } = coordinateNames(state.memoryNames)
  const place = [math(letter), sans(` = ${pairText(cursor)}`)]
  const energy = system ? pairEnergy(system, x1, x2) : heightAt(landscape, x1, x2)
  // Those of large networks are large: four digits say more than three decimals.
  const energyText = system ? fixed(energy) : formatNumber(energy)
  const height = [math('E'), sans(` = ${energyText}`)]
  const words = `${letter} = ${pairText(cursor)}, energy ${energyText}`
  if (!system || !state.phase) return { lines: [[...place, sans('\u2003'), ...height]], words }

  const gradient = pairEnergyGradientInto(new Float64Array(2), system, x1, x2)
  const field = pairFieldInto(new Float64Array(2), system, x1, x2)
  const p = density && showsDensity(state.phase) ? densityAt(density, x1, x2) : null
  const recall = recallReading(cell, x1, x2)
  return {
    lines: [
      place,
      p === null ? height : [...height, sans('\u2003'), math('p'), sans(` = ${formatNumber(p, 3)}`)],
      [roman('∇'), math('E'), sans(` = ${pairText(gradient)}`)],
      [math('f'), sans(` = ${pairText(field)}`)],
      recall.runs,
    ],
    words: [
      words,
      ...(p === null ? [] : [`density ${formatNumber(p, 3)}`]),
      `gradient ${pairText(gradient)}`,
      `flow ${pairText(field)}`,
      `${recall.words}.`,
    ].join(', '),
  }
}

/** Where a start here ends, and how long it takes. */
function recallReading(
  { system, equilibria }: ReadingSources['cell'],
  x1: number,
  x2: number,
): { readonly runs: readonly TextRun[]; readonly words: string } {
  const border = { runs: [sans('on a separatrix')], words: 'on a separatrix, where the least push decides' }
  if (!system) return border
  const { key, time, isAtBorder } = recallFrom(system, equilibria, x1, x2)
  if (key === null || isAtBorder) return border
  const name = nameOfKey(key)
  const end = attractorInWords(key)
  const named = name.kind === 'memory' ? nameRuns(name) : [sans(end)]
  if (time === 0) return { runs: [sans('at '), ...named], words: `at ${end} itself` }
  const verb = name.kind === 'memory' ? 'recalls' : 'goes to'
  const runs = [sans(`${verb} `), ...named]
  if (!Number.isFinite(time))
    return { runs: [...runs, sans(' in the long run')], words: `${verb} ${end} in the very long run` }
  const after = formatNumber(time, 2)
  return {
    runs: [...runs, sans(' after '), math('t'), sans(` = ${after}`)],
    words: `${verb} ${end} after ${after} units of time`,
  }
}
