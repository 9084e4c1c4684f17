import type {
  LaneKind,
  RecallIntegration,
  RecallNetworkSettings,
  RecallStart,
} from '../../experiment/recall/recallSettings.ts'
import type { LaneView } from '../../store/recall/recall.ts'
import { formatNumber } from '../../ui/formatNumber.ts'

type Rule = RecallNetworkSettings['rule']

/** What a learning rule does, and which models it is for. */
export function ruleExplained(rule: Rule): string {
  switch (rule) {
    case 'hebb':
      return 'Hebb: what fires together, wires together. Weights are plain sums over the memories, in every model. Alike memories disturb each other.'
    case 'storkey':
      return 'Storkey: Hebb with a correction for what each neuron already knows; it holds more memories. For the binary models only: the others then use Hebb.'
    case 'pseudo-inverse':
      return 'Pseudo-inverse: takes the correlations out, so that alike memories no longer disturb each other. In every model.'
    default:
      return rule satisfies never
  }
}

/** What the gain does; the threshold as `thresholdsOf` has it. */
export function gainExplained(hasZeroDiagonal: boolean): string {
  const existence = hasZeroDiagonal ? '1/g + Σα/N' : '1/g'
  return `How steeply a neuron responds, in all models but the binary ones. In IDP a memory exists above the saliency ${existence}.`
}

/** Where the models start that do not start at the input by themselves. */
function startExplained(kind: RecallStart['kind']): string {
  switch (kind) {
    case 'random':
      return 'Normal numbers, drawn by the seed. Another seed is another start.'
    case 'input':
      return 'The models begin at the input, as if that were all it did.'
    case 'memory':
      return 'The models begin in a memory: will the input bring them out of there?'
    default:
      return kind satisfies never
  }
}

const binaryKinds: readonly LaneKind[] = ['binary-async', 'binary-sync']
const beginningAtInput: readonly LaneKind[] = ['classic-start', ...binaryKinds]

/** Whether any of these models begins where the start says. */
export function heedsStart(lanes: readonly LaneKind[]): boolean {
  return lanes.some((kind) => !beginningAtInput.includes(kind))
}

/** Where these models begin. */
export function startWords(kind: RecallStart['kind'], lanes: readonly LaneKind[]): string {
  const words = heedsStart(lanes) ? startExplained(kind) : 'All models that race now begin at the input by themselves.'
  if (!lanes.some((lane) => binaryKinds.includes(lane))) return words
  return `${words} Binary models always begin at the sign of the input; unknown pixels by chance, from the seed.`
}

export const equaliseExplained =
  'IDP’s weights carry the saliencies of the input, the classic models’ weights the strength s. Under the same noise σ the larger weights win by their size alone. Equalised, the classic models take s = the largest saliency: what noise has to fight, the signal to noise, is then the same for all.'

export function kernelExplained(kernel: RecallIntegration['kernel']): string {
  switch (kernel) {
    case 'fastest':
      return 'What this machine does best. The last digits may differ from machine to machine.'
    case 'reproducible':
      return 'The same bits wherever WebAssembly runs, at about two thirds of the speed. Only random starts and noisy pictures may differ in their last digits.'
    default:
      return kernel satisfies never
  }
}

const flavourNames: Record<NonNullable<LaneView['flavour']>, string> = {
  relaxed: 'WebAssembly with relaxed SIMD',
  plain: 'WebAssembly with SIMD',
  javascript: 'JavaScript',
  wasm: 'WebAssembly',
}

/** What computes the models now, each kind of code once; null: a model that cannot run. */
export function runningSentence(flavours: readonly LaneView['flavour'][]): string {
  const running = flavours.filter((flavour) => flavour !== null)
  const names = [...new Set(running.map((flavour) => flavourNames[flavour]))]
  if (names.length === 0) return 'Nothing runs yet.'
  const slow = flavours.includes('javascript')
    ? ' JavaScript is slower: it runs the binary models of all rules but plain Hebb, and stands in where WebAssembly is missing.'
    : ''
  return `Running now: ${names.join(', ')}.${slow}`
}

/** The strongest memory over σ in each model: one figure where it is the same in all. */
export function signalToNoiseWords(ratios: readonly { readonly title: string; readonly ratio: number }[]): string {
  const figures = ratios.map(({ ratio }) => formatNumber(ratio, 2))
  const [first] = figures
  if (first === undefined) return 'Signal to noise: –.'
  if (figures.length > 1 && figures.every((figure) => figure === first))
    return `Signal to noise: ${first}, the same in all models.`
  return `Signal to noise: ${ratios.map(({ title }, k) => `${title} ${figures[k]}`).join('; ')}.`
}
