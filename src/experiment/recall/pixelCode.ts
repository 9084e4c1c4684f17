/** The digits of base64url (RFC 4648, section 5): safe in a link, written without padding. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const valueOfCode = new Int8Array(128).fill(-1)
for (let value = 0; value < digits.length; value++) valueOfCode[digits.charCodeAt(value)] = value

const bitsInByte = 8
const bitsInDigit = 6
/** Two bits of a pixel of three values. The fourth pair, 11, is never written and is read as unknown. */
const inkPair = 1
const paperPair = 2

/** Digits for `count` pixels of one bit each. */
export function bitsLength(count: number): number {
  return digitsForBytes(Math.ceil(count / bitsInByte))
}

/** Digits for `count` pixels of two bits each. */
export function tritsLength(count: number): number {
  return digitsForBytes(Math.ceil((2 * count) / bitsInByte))
}

/** True where every character is a digit of base64url. */
export function isPixelCode(text: string): boolean {
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k)
    if (code > 127 || valueOfCode[code] < 0) return false
  }
  return true
}

/** Pixels of ±1 (ink is what is greater than 0), row by row, as one bit each: ink 1, paper 0; the first pixel is the highest bit; base64url. */
export function encodeBits(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(Math.ceil(values.length / bitsInByte))
  for (let i = 0; i < values.length; i++) if (values[i] > 0) bytes[i >> 3] |= 128 >> (i & 7)
  return encodeBytes(bytes)
}

/** The first `count` pixels of what `encodeBits` wrote, ±1. What is missing is paper. */
export function decodeBits(bits: string, count: number): Int8Array<ArrayBuffer> {
  const bytes = decodeBytes(bits, Math.ceil(count / bitsInByte))
  // Whole bytes, so that the loop needs no test of the end: three times as fast, and an engine reads 1.6 million pixels at every change.
  const values = new Int8Array(bytes.length * bitsInByte)
  for (let k = 0, i = 0; k < bytes.length; k++, i += bitsInByte) {
    const byte = bytes[k]
    values[i] = ((byte >> 6) & 2) - 1
    values[i + 1] = ((byte >> 5) & 2) - 1
    values[i + 2] = ((byte >> 4) & 2) - 1
    values[i + 3] = ((byte >> 3) & 2) - 1
    values[i + 4] = ((byte >> 2) & 2) - 1
    values[i + 5] = ((byte >> 1) & 2) - 1
    values[i + 6] = (byte & 2) - 1
    values[i + 7] = ((byte << 1) & 2) - 1
  }
  return values.length === count ? values : values.slice(0, count)
}

/** Pixels of ink (> 0), paper (< 0) or unknown (0), row by row, as two bits each (ink 01, paper 10, unknown 00); base64url. */
export function encodeTrits(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(Math.ceil((2 * values.length) / bitsInByte))
  for (let i = 0; i < values.length; i++) {
    const pair = values[i] > 0 ? inkPair : values[i] < 0 ? paperPair : 0
    bytes[i >> 2] |= pair << (6 - 2 * (i & 3))
  }
  return encodeBytes(bytes)
}

/** The first `count` pixels of what `encodeTrits` wrote: 1, −1 or 0. What is missing is unknown. */
export function decodeTrits(trits: string, count: number): Int8Array<ArrayBuffer> {
  const bytes = decodeBytes(trits, Math.ceil((2 * count) / bitsInByte))
  const values = new Int8Array(count)
  for (let i = 0; i < count; i++) {
    const pair = (bytes[i >> 2] >> (6 - 2 * (i & 3))) & 3
    values[i] = pair === inkPair ? 1 : pair === paperPair ? -1 : 0
  }
  return values
}

function digitsForBytes(byteCount: number): number {
  return Math.ceil((byteCount * bitsInByte) / bitsInDigit)
}

/** Bytes as base64url. By hand, because the mathematics is compiled without the browser's `btoa`. */
export function encodeBytes(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += blockBytes)
    text += encodeBlock(bytes.subarray(from, from + blockBytes))
  return text
}

/** Whole groups of three bytes, and no more digits than a function takes arguments: joined one by one they take three times as long. */
const blockBytes = 3 * 1024

function encodeBlock(bytes: Uint8Array): string {
  const codes = new Uint8Array(4 * Math.ceil(bytes.length / 3))
  for (let i = 0, k = 0; i < bytes.length; i += 3, k += 4) {
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    codes[k] = digits.charCodeAt(word >> 18)
    codes[k + 1] = digits.charCodeAt((word >> 12) & 63)
    codes[k + 2] = digits.charCodeAt((word >> 6) & 63)
    codes[k + 3] = digits.charCodeAt(word & 63)
  }
  return String(Reflect.apply(String.fromCharCode, null, codes.subarray(0, digitsForBytes(bytes.length))))
}

/** Four digits are three bytes. What is missing is 0. */
export function decodeBytes(text: string, byteCount: number): Uint8Array {
  const bytes = new Uint8Array(byteCount)
  for (let k = 0, i = 0; i < byteCount && k < text.length; k += 4, i += 3) {
    const word =
      (digitAt(text, k) << 18) | (digitAt(text, k + 1) << 12) | (digitAt(text, k + 2) << 6) | digitAt(text, k + 3)
    bytes[i] = word >> 16
    // Beyond the end these do nothing.
    bytes[i + 1] = word >> 8
    bytes[i + 2] = word
  }
  return bytes
}

function digitAt(text: string, k: number): number {
  // Not a digit, or beyond the end (NaN): 0.
  const value = k < text.length ? valueOfCode[text.charCodeAt(k) & 127] : 0
  return value > 0 ? value : 0
}
