import { systemAlong } from '../../../model/phase/diagramPath.ts'
import type {
  BasinResults,
  DensityResults,
  DiagramResults,
  RecallResults,
  Results,
  TrajectoryResults,
} from './results.ts'

export type TableCell = number | string | boolean | null

/** Rows of one kind, for a file. */
export interface ResultTable {
  readonly name: TableName
  /** One sentence that says what a row is. */
  readonly about: string
  readonly seed: number | null
  readonly columns: readonly string[]
  /** Columns whose numbers are of single precision. */
  readonly single: ReadonlySet<string>
  readonly rows: () => Iterable<readonly TableCell[]>
}

export const tableNames = [
  'equilibria',
  'trajectories',
  'basins',
  'fractions',
  'density',
  'wells',
  'escape',
  'diagram',
  'bifurcations',
  'overlaps',
  'inputs',
  'verdicts',
  'states',
] as const
export type TableName = (typeof tableNames)[number]

/** The tables of what was computed, in the order of `tableNames`. A list of lists becomes long rows: one for each time and model. */
export function resultTables({ landscape, trajectories, basins, density, diagram, recall }: Results): ResultTable[] {
  return [
    ...(landscape === null ? [] : [equilibriumTable(landscape.equilibria)]),
    ...(trajectories === null ? [] : [trajectoryTable(trajectories)]),
    ...(basins === null ? [] : basinTables(basins)),
    ...(density === null ? [] : densityTables(density)),
    ...(diagram === null ? [] : diagramTables(diagram)),
    ...(recall === null ? [] : recallTables(recall)),
  ]
}

const noColumns: ReadonlySet<string> = new Set()

type Equilibria = NonNullable<Results['landscape']>['equilibria']

function equilibriumTable(equilibria: Equilibria): ResultTable {
  return {
    name: 'equilibria',
    about: 'Every equilibrium: x, its energy, the eigenvalues of the Jacobian, and max |f| there.',
    seed: null,
    columns: ['key', 'stability', 'x1', 'x2', 'energy', 'eigenvalue1', 'eigenvalue2', 'marginal', 'residual'],
    single: noColumns,
    rows: () =>
      equilibria.map(({ key, stability, state, energy, eigenvalues, isMarginal, residual }) => {
        return [key, stability, ...state, energy, ...eigenvalues, isMarginal, residual]
      }),
  }
}

function trajectoryTable({ seed, times, balls }: TrajectoryResults): ResultTable {
  return {
    name: 'trajectories',
    about: 'Each ball at each time: x, its energy E, and the overlaps with both memories.',
    seed,
    columns: ['ball', 'time', 'x1', 'x2', 'energy', 'overlap1', 'overlap2'],
    single: new Set(['time', 'x1', 'x2', 'energy', 'overlap1', 'overlap2']),
    *rows() {
      for (const { id, x1, x2, energy, overlap1, overlap2 } of balls) {
        for (let k = 0; k < times.length; k++) yield [id, times[k], x1[k], x2[k], energy[k], overlap1[k], overlap2[k]]
      }
    },
  }
}

/** The centre of a cell. */
function centre(index: number, columns: number, extent: number): number {
  return extent * ((2 * index + 1) / columns - 1)
}

/** One row a cell, x₁ first. */
function* cells<T extends TableCell>(columns: number, extent: number, valueOf: (k: number) => T) {
  for (let k = 0; k < columns * columns; k++) {
    const x1 = centre(k % columns, columns, extent)
    yield [x1, centre(Math.floor(k / columns), columns, extent), valueOf(k)] as const
  }
}

function basinTables({ columns, extent, labels, attractors, fractions }: BasinResults): ResultTable[] {
  return [
    {
      name: 'basins',
      about: 'Each start, at the centre of a cell, with the equilibrium where it comes to rest; empty on a separatrix.',
      seed: null,
      columns: ['x1', 'x2', 'attractor'],
      single: noColumns,
      rows: () => cells(columns, extent, (k) => (labels[k] === 0 ? null : attractors[labels[k] - 1])),
    },
    {
      name: 'fractions',
      about: `The share of the square of half-width ${extent} that each equilibrium attracts.`,
      seed: null,
      columns: ['attractor', 'fraction'],
      single: noColumns,
      rows: () => attractors.map((key, k) => [key, fractions[k]]),
    },
  ]
}

function densityTables({ columns, extent, values, masses, quarters, escape, noise }: DensityResults): ResultTable[] {
  return [
    {
      name: 'density',
      about: `The stationary density per unit of area under noise ${noise}, at the centre of each cell.`,
      seed: null,
      columns: ['x1', 'x2', 'density'],
      single: new Set(['density']),
      rows: () => cells(columns, extent, (k) => values[k]),
    },
    {
      name: 'wells',
      about: 'The probability of each well, and of both wells of a memory together.',
      seed: null,
      columns: ['well', 'probability'],
      single: noColumns,
      rows: () => [
        ['memory-1', masses[0]],
        ['memory-2', masses[1]],
        ['memory-1+', quarters[0]],
        ['memory-2+', quarters[1]],
        ['memory-1-', quarters[2]],
        ['memory-2-', quarters[3]],
      ],
    },
    {
      name: 'escape',
      about:
        'Mean first-passage times in model time, from the bottom of a well to the other memory or to its own twin.',
      seed: null,
      columns: ['memory', 'to', 'time'],
      single: noColumns,
      rows: () => escape.map(({ from, to, time }) => [from, to, time]),
    },
  ]
}

function diagramTables({ path, branches, bifurcations }: DiagramResults): ResultTable[] {
  const network = (s: number) => {
    const { saliency, gain, current } = systemAlong(path, s)
    return [...saliency, gain, ...current]
  }
  const parameters = ['alpha1', 'alpha2', 'gain', 'b1', 'b2']
  return [
    {
      name: 'diagram',
      about: 'Each equilibrium along the path of the diagram, branch by branch; s goes from 0 to 1.',
      seed: null,
      columns: ['branch', 'key', 'stability', 's', ...parameters, 'x1', 'x2', 'energy', 'overlap1', 'overlap2'],
      single: noColumns,
      *rows() {
        for (const [b, { key, stability, s, states, energies, overlaps }] of branches.entries()) {
          for (let k = 0; k < s.length; k++) {
            const [x1, x2] = [states[2 * k], states[2 * k + 1]]
            const [m1, m2] = [overlaps[2 * k], overlaps[2 * k + 1]]
            yield [b + 1, key, stability, s[k], ...network(s[k]), x1, x2, energies[k], m1, m2]
          }
        }
      },
    },
    {
      name: 'bifurcations',
      about: 'Where equilibria change in number or stability along the path; twins have a row each.',
      seed: null,
      columns: ['kind', 's', ...parameters, 'x1', 'x2', 'memory', 'event', 'change', 'keys'],
      single: noColumns,
      rows: () =>
        bifurcations.map(({ kind, s, state, memory, event, change, keys }) => {
          return [kind, s, ...network(s), ...state, memory, event, change, keys.join(' ')]
        }),
    },
  ]
}

function recallTables(recall: RecallResults): ResultTable[] {
  const { seed, memories, timeline, models, columns, rows: rowCount } = recall
  const p = memories.length
  const ofMemories = (name: string) => memories.map(({ id }) => `${name}${id}`)
  const slice = (values: Float32Array, k: number) => values.subarray(k * p, (k + 1) * p)
  return [
    {
      name: 'overlaps',
      about: 'Each model at each time: its energy E, and its overlap with the memory of each number.',
      seed,
      columns: ['model', 'time', 'energy', ...ofMemories('overlap')],
      single: new Set(['time', 'energy', ...ofMemories('overlap')]),
      *rows() {
        for (const { kind, times, energies, overlaps } of models) {
          for (let k = 0; k < times.length; k++) yield [kind, times[k], energies[k], ...slice(overlaps, k)]
        }
      },
    },
    {
      name: 'inputs',
      about: 'What the network is shown: the place on the timeline, and the saliency of the memory of each number.',
      seed,
      columns: ['time', 'place', ...ofMemories('saliency')],
      single: new Set(ofMemories('saliency')),
      *rows() {
        const { times, places, saliency } = timeline
        for (let k = 0; k < times.length; k++) yield [times[k], places[k], ...slice(saliency, k)]
      },
    },
    {
      name: 'verdicts',
      about: 'What each model recalls at the end: the numbers of the memories, and the overlap with each.',
      seed,
      columns: ['model', 'verdict', 'memories', 'overlaps', 'since', 'settled', 'energy_rose', 'two_cycle', 'refusal'],
      single: noColumns,
      rows: () =>
        models.map(({ kind, verdict, settledTime, energyRose, isInTwoCycle, refusal }) => {
          const { memories: named, overlaps, since } = verdict
          const lists = [named.join(' '), overlaps.join(' ')]
          return [kind, verdict.kind, ...lists, since, settledTime, energyRose, isInTwoCycle, refusal]
        }),
    },
    {
      name: 'states',
      about:
        'Each neuron of each model at the end, from the top left: its activity psi as a byte, round(127.5 (1 + psi)).',
      seed,
      columns: ['model', 'row', 'column', 'activity_byte'],
      single: noColumns,
      *rows() {
        for (const { kind, finalPixels } of models) {
          for (let i = 0; i < rowCount * columns; i++)
            yield [kind, Math.floor(i / columns), i % columns, finalPixels[i]]
        }
      },
    },
  ]
}
