import { pairFieldInto, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'

// DOP853 of Hairer, Nørsett and Wanner (Solving Ordinary Differential Equations I, 1993), from its coefficients as SciPy has them: of order 8, with
// an error estimate from embedded methods of orders 5 and 3. It shares nothing with the solvers of the application but the field.

const A: readonly (readonly number[])[] = [
  [0.05260015195876773],
  [0.0197250569845379, 0.0591751709536137],
  [0.02958758547680685, 0, 0.08876275643042054],
  [0.2413651341592667, 0, -0.8845494793282861, 0.924834003261792],
  [0.037037037037037035, 0, 0, 0.17082860872947386, 0.12546768756682242],
  [0.037109375, 0, 0, 0.17025221101954405, 0.06021653898045596, -0.017578125],
  [0.03709200011850479, 0, 0, 0.17038392571223998, 0.10726203044637328, -0.015319437748624402, 0.008273789163814023],
  [
    0.6241109587160757, 0, 0, -3.3608926294469414, -0.868219346841726, 27.59209969944671, 20.154067550477894,
    -43.48988418106996,
  ],
  [
    0.47766253643826434, 0, 0, -2.4881146199716677, -0.590290826836843, 21.230051448181193, 15.279233632882423,
    -33.28821096898486, -0.020331201708508627,
  ],
  [
    -0.9371424300859873, 0, 0, 5.186372428844064, 1.0914373489967295, -8.149787010746927, -18.52006565999696,
    22.739487099350505, 2.4936055526796523, -3.0467644718982196,
  ],
  [
    2.273310147516538, 0, 0, -10.53449546673725, -2.0008720582248625, -17.9589318631188, 27.94888452941996,
    -2.8589982771350235, -8.87285693353063, 12.360567175794303, 0.6433927460157636,
  ],
]
const B = [
  0.054293734116568765, 0, 0, 0, 0, 4.450312892752409, 1.8915178993145003, -5.801203960010585, 0.3111643669578199,
  -0.1521609496625161, 0.20136540080403034, 0.04471061572777259,
]
const E5 = [
  0.01312004499419488, 0, 0, 0, 0, -1.2251564463762044, -0.4957589496572502, 1.6643771824549864, -0.35032884874997366,
  0.3341791187130175, 0.08192320648511571, -0.022355307863886294,
]
const E3 = [
  -0.18980075407240762, 0, 0, 0, 0, 4.450312892752409, 1.8915178993145003, -5.801203960010585, -0.4226823213237919,
  -0.1521609496625161, 0.20136540080403034, 0.02265179219836082,
]
const STAGES = 12
/** Of the coefficients only those that are not 0, as index and value: half of them are. */
const [a, b, e5, e3] = [A.map(sparse), sparse(B), sparse(E5), sparse(E3)]
const LONGEST_STEP = 0.5

function sparse(row: readonly number[]): Float64Array {
  return Float64Array.from(row.flatMap((value, j) => (value === 0 ? [] : [j, value])))
}

/** Where a trajectory is `time` later; `watch` is told every step, and ends the journey by returning true. */
export function referenceState(
  system: TwoNeuronSystem,
  start: ReadonlyPair,
  time: number,
  watch: (x1: number, x2: number) => boolean = () => false,
  tolerance = 1e-13,
): ReadonlyPair {
  const k = new Float64Array(2 * STAGES)
  const f = new Float64Array(2)
  const evaluate = (stage: number, y1: number, y2: number): void => k.set(pairFieldInto(f, system, y1, y2), 2 * stage)
  const combine = (row: Float64Array, i: number): number => {
    let sum = 0
    for (let j = 0; j < row.length; j += 2) sum += row[j + 1] * k[2 * row[j] + i]
    return sum
  }
  let [x1, x2] = start
  let h = 0.05 / (1 + system.gain * Math.max(...system.saliency.map(Math.abs)))
  for (let t = 0; t < time;) {
    const step = Math.min(h, time - t)
    evaluate(0, x1, x2)
    for (let s = 1; s < STAGES; s++) evaluate(s, x1 + step * combine(a[s - 1], 0), x2 + step * combine(a[s - 1], 1))
    const error5 = Math.hypot(combine(e5, 0), combine(e5, 1)) / tolerance
    const error3 = Math.hypot(combine(e3, 0), combine(e3, 1)) / tolerance
    const error = error5 === 0 ? 0 : (step * error5 * error5) / Math.sqrt(error5 * error5 + 0.01 * error3 * error3)
    if (error <= 1) {
      x1 += step * combine(b, 0)
      x2 += step * combine(b, 1)
      t += step
      if (watch(x1, x2)) break
    }
    h = Math.min(LONGEST_STEP, step * Math.min(6, Math.max(0.2, 0.9 * error ** (-1 / 8))))
  }
  return [x1, x2]
}

/** k + 1 for the first of the `attractors` that the trajectory comes near to within `time`; 0 for none. */
export function referenceLabel(
  system: TwoNeuronSystem,
  start: ReadonlyPair,
  attractors: readonly ReadonlyPair[],
  time = 200,
  nearness = 0.01,
): number {
  let label = 0
  const watch = (x1: number, x2: number): boolean => {
    label =
      attractors.findIndex((point) => Math.abs(point[0] - x1) < nearness && Math.abs(point[1] - x2) < nearness) + 1
    return label > 0
  }
  if (!watch(...start)) referenceState(system, start, time, watch, 1e-11)
  return label
}
