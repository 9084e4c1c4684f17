import { expect, test } from 'vitest'
import type { DiagramPath } from '../../model/phase/diagram.ts'
import { traceDiagram } from '../../model/phase/diagramTrace.ts'
import { placeOnPath, readBranch, shownRange } from './branchValues.ts'
import { cursorAt, firstCursor, stepAcross, stepAlong } from './diagramCursor.ts'
import { diagramFrame, parameterTicks } from './diagramFrame.ts'

const none = [0, 0] as const
const path: DiagramPath = { kind: 'saliency', from: [0.5, 2], to: [2.5, 2], gain: 1, current: none }
const gainPath: DiagramPath = { kind: 'gain', from: 0.5, to: 10, saliency: [1.5, 2], current: none }
const diagram = traceDiagram(path)
const frame = diagramFrame(400, 240, 16, diagram, 'overlap-1')
const branchOf = (k: number) => `${diagram.branches[k].key} ${diagram.branches[k].stability}`

test('a pointer near a branch means it, the stable one where they lie on each other, and none far away', () => {
  const s = 0.8
  const upper = diagram.branches.findIndex(({ key, stability }) => key === 'memory-1+' && stability === 'stable')
  const { value } = readBranch(diagram.branches[upper], 'overlap-1', s)
  const hit = cursorAt(diagram, 'overlap-1', frame, [frame.x(s), frame.y(value) - 3])
  expect(hit?.branch).toBe(upper)
  expect(hit?.s).toBeCloseTo(s, 9)
  // Both memories 2, stable, and the origin lie at overlap 0.
  const middle = cursorAt(diagram, 'overlap-1', frame, [frame.x(s), frame.y(0)])
  expect(middle && diagram.branches[middle.branch].stability).toBe('stable')
  expect(cursorAt(diagram, 'overlap-1', frame, [frame.x(0.1), frame.y(0.6)])).toBeNull()
})

test('the keyboard reaches every branch, and follows a memory over its pitchfork', () => {
  let cursor = firstCursor(diagram, 'overlap-1', 0.8)
  expect(cursor && branchOf(cursor.branch)).toBe('memory-1+ stable')
  const seen = new Set<number>()
  for (let k = 0; k < 12 && cursor; k++) {
    seen.add(cursor.branch)
    cursor = stepAcross(diagram, 'overlap-1', cursor, -1)
  }
  expect(seen.size).toBe(9)
  let walker = firstCursor(diagram, 'overlap-1', 0.8)
  const stations = new Set<string>()
  for (let k = 0; k < 80 && walker; k++) {
    stations.add(branchOf(walker.branch))
    walker = stepAlong(diagram, 'overlap-1', walker, -0.01)
  }
  expect([...stations]).toEqual(['memory-1+ stable', 'memory-1+ saddle', 'origin saddle'])
  expect(walker?.s).toBe(0)
})

test('the present network has a place on the path, or none', () => {
  expect(placeOnPath(path, { saliency: [1.5, 2], gain: 1, current: none })).toBeCloseTo(0.5, 12)
  expect(placeOnPath(path, { saliency: [1.5, 2.02], gain: 1, current: none })).toBeNull()
  expect(placeOnPath(path, { saliency: [3, 2], gain: 1, current: none })).toBeNull()
  expect(placeOnPath(gainPath, { saliency: [1.5, 2], gain: Math.sqrt(5), current: none })).toBeCloseTo(0.5, 12)
  expect(placeOnPath({ ...path, to: path.from }, { saliency: [0.5, 2], gain: 1, current: none })).toBeNull()
})

test('axes: round parameters, all energies inside', () => {
  expect(parameterTicks(diagram, 4).map(({ text }) => text)).toEqual(['0.5', '1.0', '1.5', '2.0', '2.5'])
  const gains = parameterTicks({ ...diagram, path: gainPath }, 4)
  expect(gains.map(({ text }) => text)).toEqual(['0.5', '1', '2', '5', '10'])
  expect(gains.map(({ s }) => s)).toEqual(gains.map(({ s }) => s).toSorted((a, b) => a - b))
  const { low, high } = shownRange(diagram, 'energy')
  expect(diagram.branches.every(({ energies }) => energies.every((energy) => energy > low && energy < high))).toBe(true)
})
