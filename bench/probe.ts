import { compileModule } from '../src/kernel/wasm/compileModule.ts'
import { base64 } from './assembly/peak.ts?wasm=plain'

// A measure of the processor's speed that no memory and no compiler trick enters.

/** Turns of the chains that take some 12 ms, so that a clock of 0.1 ms (a worker's) is off by less than 1 %. */
const WASM_TURNS = 7_000_000
const JAVASCRIPT_TURNS = 8_000_000
/** Probes before those that count. The first run in code that was compiled in haste: the good code comes from another thread. */
const WARM_UP_PROBES = 20

type Chains = (turns: number, factor: number, term: number) => number

/**
 * Twelve chains a ← a · factor + term of four numbers each, in WebAssembly; null where there is none. Begun at 1 … 12; the sum of the
 * chains comes to 12 term / (1 − factor).
 */
export function wasmChains(): Chains | null {
  const module = compileModule(base64)
  return module && (new WebAssembly.Instance(module).exports as { multiplyAdd: Chains }).multiplyAdd
}

/** Four such chains in JavaScript, begun at 1 … 4. */
export function javascriptChains(turns: number, factor: number, term: number): number {
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
 * It is the yardstick between programs: figures of Node and of a worker of Chromium are compared in probes, and those are two versions of
 * one compiler. Loops in JavaScript are no measure for that: a newer version makes them 9 % faster on the same processor, and by so much the
 * worker seemed slow. WebAssembly with plain SIMD leaves a compiler nothing to choose: it becomes the same multiplications and additions
 * everywhere. Where it is forbidden the chains in JavaScript must do; between rounds of one program they are as good.
 */
export function createProbe(): () => void {
  const chains = wasmChains()
  const probe = (): void =>
    void (chains ? chains(WASM_TURNS, 0.5, 1) : javascriptChains(JAVASCRIPT_TURNS, 0.999999, 1e-6))
  for (let i = 0; i < WARM_UP_PROBES; i++) probe()
  return probe
}
