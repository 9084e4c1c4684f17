/** Most memory of one network in a kernel, in bytes. 65,536 neurons with 128 patterns need a seventh of it. */
const NETWORK_BYTES_LIMIT = 256 * 2 ** 20

const MEGABYTE = 1e6

/** Throws a RangeError where a network has no neuron, or needs more memory than the limit: the sentence names both. */
export function requireNetworkSize(neuronCount: number, patternCount: number, bytes: number): void {
  if (!Number.isInteger(neuronCount) || neuronCount < 1 || !Number.isInteger(patternCount) || patternCount < 0) {
    throw new RangeError(
      `A network needs at least one neuron, and whole numbers; found N = ${neuronCount}, P = ${patternCount}.`,
    )
  }
  if (bytes <= NETWORK_BYTES_LIMIT) return
  const needed = Math.ceil(bytes / MEGABYTE)
  const limit = Math.floor(NETWORK_BYTES_LIMIT / MEGABYTE)
  throw new RangeError(
    `A network of ${neuronCount} neurons and ${patternCount} memories needs ${needed} MB; the limit is ${limit} MB.`,
  )
}

/** Throws where an array has not the length that the network's size asks for. */
export function requireLength(name: string, found: number, ...expected: readonly number[]): void {
  if (expected.includes(found)) return
  throw new RangeError(`The ${name} have ${found} numbers, expected ${expected.join(' or ')}.`)
}
