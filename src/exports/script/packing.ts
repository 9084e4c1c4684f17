/** Hexadecimal digits of bytes: both NumPy and Julia read them without a package. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** One bit a number, 1 where it is above 0, the first one the highest bit of the first byte. */
export function packBits(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8))
  for (let i = 0; i < values.length; i++) if (values[i] > 0) bytes[i >> 3] |= 0x80 >> (i & 7)
  return bytes
}

/** Four bytes a number, in single precision, the lowest byte first. */
export function packFloats(values: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  for (let i = 0; i < values.length; i++) view.setFloat32(4 * i, values[i], true)
  return new Uint8Array(view.buffer)
}
