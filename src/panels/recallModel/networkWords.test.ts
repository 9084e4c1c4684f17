import { describe, expect, it } from 'vitest'
import {
  gainExplained,
  heedsStart,
  kernelExplained,
  ruleExplained,
  runningSentence,
  signalToNoiseWords,
  startWords,
} from './networkWords.ts'

describe('the words of the network', () => {
  it('says which models a rule is for', () => {
    expect(ruleExplained('hebb')).toContain('every model')
    expect(ruleExplained('storkey')).toContain('binary models only')
    expect(ruleExplained('pseudo-inverse')).toContain('every model')
  })

  it('names what runs, each once', () => {
    expect(runningSentence([])).toBe('Nothing runs yet.')
    expect(runningSentence(['relaxed', 'relaxed', 'wasm'])).toBe(
      'Running now: WebAssembly with relaxed SIMD, WebAssembly.',
    )
    expect(runningSentence(['javascript'])).toContain('JavaScript is slower')
    expect(runningSentence(['javascript'])).toContain('all rules but plain Hebb')
  })

  it('claims nothing of a model that cannot run', () => {
    expect(runningSentence(['relaxed', null])).toBe('Running now: WebAssembly with relaxed SIMD.')
    expect(runningSentence([null])).toBe('Nothing runs yet.')
  })

  it('promises the same bits only where they are the same', () => {
    const words = kernelExplained('reproducible')
    expect(words).toContain('wherever WebAssembly runs')
    expect(words).toContain('Only random starts and noisy pictures may differ')
    expect(words).not.toContain('every machine')
  })

  it('knows which models begin where the start says', () => {
    expect(heedsStart(['idp'])).toBe(true)
    expect(heedsStart(['classic-start', 'binary-sync', 'binary-async'])).toBe(false)
    expect(heedsStart(['classic-start', 'classic-pulse'])).toBe(true)
  })

  it('says where binary models begin', () => {
    expect(startWords('random', ['idp', 'classic-start'])).not.toContain('Binary')
    expect(startWords('random', ['idp', 'binary-sync'])).toMatch(
      /^Normal numbers.*Binary models always begin at the sign of the input/,
    )
    expect(startWords('random', ['binary-async'])).toMatch(/^All models.*unknown pixels by chance, from the seed\.$/)
  })

  it('puts the threshold of a memory where it is', () => {
    expect(gainExplained(false)).toMatch(/the saliency 1\/g\.$/)
    expect(gainExplained(true)).toMatch(/the saliency 1\/g \+ Σα\/N\.$/)
  })

  it('gives one signal to noise where it is the same for all', () => {
    const at = (...ratios: number[]) => signalToNoiseWords(ratios.map((ratio, k) => ({ title: `M${k}`, ratio })))
    expect(at()).toBe('Signal to noise: –.')
    expect(at(9.871)).toBe('Signal to noise: M0 9.9.')
    expect(at(9.871, 9.87)).toBe('Signal to noise: 9.9, the same in all models.')
    expect(at(10, 1)).toBe('Signal to noise: M0 10; M1 1.0.')
  })
})
