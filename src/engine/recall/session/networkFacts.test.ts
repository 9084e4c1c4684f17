import { describe, expect, test } from 'vitest'
import { encodeBits } from '../../../experiment/recall/pixelCode.ts'
import type { Memory, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { createJavascriptKernel } from '../../../kernel/javascriptKernel.ts'
import { createKernel } from '../../../kernel/wasm/createKernel.ts'
import type { NetworkKernel } from '../../../kernel/networkKernel.ts'
import { changedPatterns, createNetworkFacts } from './networkFacts.ts'
import { createTestSession, smallRecall } from './recallExamples.laws.ts'

const rules = ['hebb', 'pseudo-inverse'] as const

/** The document with other pixels in some memories. */
function drawnOn(recall: RecallSettings, ids: readonly number[]): RecallSettings {
  const n = recall.size.columns * recall.size.rows
  const draw = (memory: Memory): Memory => {
    const pixels = Array.from({ length: n }, (_, i) => ((i * (2 + memory.id)) % 7 < 3 ? 1 : -1))
    return { ...memory, bits: encodeBits(pixels) }
  }
  return { ...recall, memories: recall.memories.map((memory) => (ids.includes(memory.id) ? draw(memory) : memory)) }
}

const manyMemories = (rule: (typeof rules)[number]): RecallSettings => {
  const recall = smallRecall({ lanes: ['idp', 'classic-held'] }, 9, 15)
  return { ...recall, network: { ...recall.network, rule, hasZeroDiagonal: true } }
}

describe('a memory that is drawn on', () => {
  test('gives the facts that the whole bank gives, bit for bit, one edit after the other', () => {
    for (const rule of rules) {
      const recall = manyMemories(rule)
      const factsOf = createNetworkFacts()
      factsOf(recall).projectionDiagonal()
      for (const ids of [[3], [15], [1, 7, 8]]) {
        const next = drawnOn(recall, ids)
        const found = factsOf(next)
        const wanted = createNetworkFacts()({ ...next, memories: [...next.memories] })
        expect(found.gram).toEqual(wanted.gram)
        expect([found.gramNorm(), found.inverse]).toEqual([wanted.gramNorm(), wanted.inverse])
        expect(found.projectionDiagonal()).toEqual(wanted.projectionDiagonal())
      }
    }
  })

  test('is named by its pattern; others, more, or of another size, and all patterns are new', () => {
    const recall = manyMemories('hebb')
    const factsIn = (document: RecallSettings) => createNetworkFacts()(document)
    const facts = factsIn(recall)
    expect(changedPatterns(facts, factsIn(drawnOn(recall, [2, 15])))).toEqual([1, 14])
    expect(changedPatterns(facts, factsIn({ ...recall, memories: recall.memories.slice(1) }))).toBeNull()
    expect(changedPatterns(facts, factsIn({ ...recall, memories: recall.memories.toReversed() }))).toBeNull()
    expect(changedPatterns(facts, factsIn(smallRecall({}, 8, 15)))).toBeNull()
  })

  test('goes to the kernels by itself, and the run is the one with all patterns set anew, bit for bit', () => {
    const kernels: readonly NetworkKernel[] = [createJavascriptKernel(), createKernel('reproducible')]
    for (const rule of rules) {
      for (const kernel of kernels) {
        const sent: (readonly number[] | undefined)[] = []
        const runWith = (knowsChanges: boolean) => {
          const createNetwork = (n: number, p: number) => {
            const network = kernel.createNetwork(n, p)
            const setPatterns = (values: Int8Array, changed?: readonly number[]) => {
              sent.push(changed)
              network.setPatterns(values, knowsChanges ? changed : undefined)
            }
            return { ...network, setPatterns }
          }
          const session = createTestSession({ createKernel: () => ({ ...kernel, createNetwork }) })
          const recall = manyMemories(rule)
          session.load(recall)
          session.run(0.5)
          session.change(drawnOn(recall, [4]))
          session.run(0.5)
          const last = session.change(drawnOn(recall, [4, 9]))
          return [last, session.run(0.5)]
        }
        expect(runWith(true)).toEqual(runWith(false))
        expect(sent.slice(0, 6)).toEqual([undefined, undefined, [3], [3], [8], [8]])
      }
    }
  })
})
