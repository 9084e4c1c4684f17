import { heightAt, type Landscape } from '../model/index.ts'
import { RECALL_DISTANCE, recallFrom } from '../model/phase/recallFrom.ts'
import type { FrameCell } from '../store/frameCell.ts'
import { coordinateNames, type PictureState } from '../store/pictureLab.ts'
import { heightLetter } from './frameLayout.ts'
import { fourDigits } from './numberText.ts'

type Pair = readonly [number, number]
type Names = Pick<PictureState, 'memoryNames' | 'phase'>

/** ' = 0.1234'; a density that is not zero is never written as zero. */
function equals(height: number, letter: 'E' | 'p'): string {
  return letter === 'p' && height > 0 && height < 5e-5 ? ' < 0.0001' : ` = ${fourDigits(height)}`
}

/** What the label at the cursor says: the state and the height there, typeset. */
export function cursorHtml(state: Pair, landscape: Landscape, { memoryNames, phase }: Names): string {
  const letter = heightLetter(phase?.quantity ?? 'energy')
  const height = equals(heightAt(landscape, state[0], state[1]), letter).replace('<', '&lt;')
  return `<i>${coordinateNames(memoryNames).letter}</i> = (${fourDigits(state[0])}, ${fourDigits(state[1])}) <span class="scene-label-energy"><i>${letter}</i>${height}</span>`
}

const memoryKey = /^memory-([12])([+-])$/

/** 'memory 2', 'the twin of memory 1', 'the origin', 'a mixed state'. */
export function equilibriumInWords(key: string): string {
  const match = memoryKey.exec(key)
  if (!match) return key === 'origin' ? 'the origin' : 'a mixed state'
  return `${match[2] === '-' ? 'the twin of ' : ''}memory ${match[1]}`
}

/** Where a ball dropped here ends, and how long that takes; nothing on a slice, whose network is larger. */
function recallWords({ system, equilibria }: Pick<FrameCell, 'system' | 'equilibria'>, [x1, x2]: Pair): string {
  if (!system) return ''
  const { key, time, isAtBorder } = recallFrom(system, equilibria, x1, x2)
  if (isAtBorder || key === null) return ', on a separatrix: the least push decides what is recalled'
  const verb = memoryKey.test(key) ? 'recalls' : 'goes to'
  const name = equilibriumInWords(key)
  if (time === 0) return `, ${verb} ${name}, within ${RECALL_DISTANCE} of it already`
  return `, ${verb} ${name} after ${fourDigits(time)} units of time`
}

/** The reading of the cross-hair in plain text, with what would be recalled from there. */
export function cursorText(state: Pair, cell: FrameCell, { memoryNames, phase }: Names): string {
  if (!cell.landscape) return ''
  const letter = heightLetter(phase?.quantity ?? 'energy')
  const height = equals(heightAt(cell.landscape, state[0], state[1]), letter)
  const place = `${coordinateNames(memoryNames).letter} = (${fourDigits(state[0])}, ${fourDigits(state[1])})`
  return `${place}, ${letter}${height}${recallWords(cell, state)}.`
}

const kinds = { stable: 'stable', saddle: 'a saddle', source: 'a source' } as const

/** Said when the cross-hair is at a marker that can be chosen. */
export function markerText({ key, stability }: FrameCell['equilibria'][number]): string {
  return `At ${equilibriumInWords(key)}, ${kinds[stability]}: Enter chooses it. `
}

/** Said when an equilibrium was chosen: its eigenvalues and time constants, which the picture draws. */
export function chosenText({ key, stability, eigenvalues }: FrameCell['equilibria'][number]): string {
  const rates = eigenvalues.map((value) => `${fourDigits(value)} (time constant ${timeConstantText(value)})`)
  return `Chosen: ${equilibriumInWords(key)}, ${kinds[stability]}, eigenvalues ${rates.join(' and ')}.`
}

/** 1/|λ| in plain text. */
export function timeConstantText(value: number): string {
  return Math.abs(value) < 1e-4 ? 'more than 10,000' : fourDigits(1 / Math.abs(value))
}
