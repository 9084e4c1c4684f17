/** A value from −1 to 1 as a byte, 0 to 255; 0 is 128. */
const halfRange = 127.5

/** ψ at a moment between two known ones, as bytes. `from`, `to`: N. */
export function activityBytes(from: Float32Array, to: Float32Array, share: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(from.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.round(halfRange * (1 + from[i] + share * (to[i] - from[i])))
  return new Uint8Array(bytes.buffer)
}

/** u as bytes: the picture, without its scale. */
export function inputBytes(input: Float32Array, inputScale: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(input.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.round(halfRange * (1 + input[i] / inputScale))
  return new Uint8Array(bytes.buffer)
}

/** A state of ±1 as bytes. */
export function binaryBytes(state: Int8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(state.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = state[i] > 0 ? 255 : 0
  return bytes
}
