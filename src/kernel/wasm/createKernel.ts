import { createJavascriptKernel } from '../javascriptKernel.ts'
import type { KernelWish, NetworkKernel } from '../networkKernel.ts'
import { createWasmKernel } from './wasmKernel.ts'

/**
 * The kernel that was wished for, or the next slower one that this machine and this page's policy allow: relaxed SIMD ('fastest'), plain SIMD
 * ('reproducible': the same bits wherever it runs), JavaScript. Its `flavour` says which one runs.
 */
export function createKernel(wish: KernelWish): NetworkKernel {
  if (wish === 'javascript') return createJavascriptKernel()
  const relaxed = wish === 'fastest' ? createWasmKernel('relaxed') : null
  return relaxed ?? createWasmKernel('plain') ?? createJavascriptKernel()
}
