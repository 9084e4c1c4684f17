/** Turns of the chains that take some 12 ms, so that a clock of 0.1 ms (a worker's) is off by less than 1 %. */
const TURNS = 8_000_000
/** Probes before those that count: the compiler has then seen enough. */
const WARM_UP_PROBES = 5

/** Four chains a ← a · factor + term, begun at 1 … 4: no memory enters. Returns their sum, which comes to 4 term / (1 − factor). */
export function multiplyAddChains(turns: number, factor: number, term: number): number {
  let a = 1
  let b = 2
  let c = 3
  let d = 4
  for (let i = 0; i < turns; i++) {
    a = a * factor + term
    b = b * factor + term
    c = c * factor + term
    d = d * factor + term
  }
  return a + b + c + d
}

/**
 * One probe: a fixed piece of work in registers, warmed up, of which only the time matters.
 *
 * It tells the rounds of one program apart: where it is slower than it was at best, something else had the processor. It is no yardstick
 * between programs, since another version of the compiler makes another loop of it: two programs are compared in rounds that they share,
 * each round with a probe of each (see sharedRounds.ts).
 */
export function createProbe(): () => void {
  const probe = (): void => void multiplyAddChains(TURNS, 0.999999, 1e-6)
  for (let i = 0; i < WARM_UP_PROBES; i++) probe()
  return probe
}
