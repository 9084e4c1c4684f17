import { expect, test } from 'vitest'
import { randomPatterns } from './generators.ts'
import { createRandom } from './random.ts'
import { saliencyInto } from './saliency.ts'
import { ternarySaliencyInto } from './ternarySaliency.ts'

test.each([1, 5, 31, 32, 33, 97, 1027])('N = %d: counted saliencies are those of the sums', (n) => {
  const random = createRandom(n)
  const patterns = randomPatterns(7, n, random)
  const ternary = Float32Array.from({ length: n }, () => Math.floor(3 * random.uniform()) - 1)
  const any = Float32Array.from({ length: n }, () => random.normal())
  for (const input of [ternary, any, ternary.map(Math.abs), new Float32Array(n)]) {
    const counted = ternarySaliencyInto(new Float64Array(7), patterns, input)
    const summed = saliencyInto(new Float64Array(7), patterns, input)
    counted.forEach((value, mu) => expect(value).toBeCloseTo(summed[mu], 14))
  }
})
