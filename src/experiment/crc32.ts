/** The polynomial of IEEE 802.3, the lowest power in the highest bit. */
const polynomial = 0xedb88320
/** What a checksum begins with. */
export const crcStart = 0xffffffff

/** What each byte adds. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let k = 0; k < 8; k++) rest = (rest & 1 ? polynomial : 0) ^ (rest >>> 1)
  return rest
})

/** A CRC-32, gone on with: begins with `crcStart`, and is inverted at the end. */
export function crc32On(crc: number, bytes: Uint8Array): number {
  let next = crc
  for (const byte of bytes) next = crcTable[(next ^ byte) & 0xff] ^ (next >>> 8)
  return next
}

/** The CRC-32 of bytes, 0 to 2³² − 1, by which links, PNG (specification, annex D) and ZIP check their parts. */
export function crc32(bytes: Uint8Array): number {
  return ~crc32On(crcStart, bytes) >>> 0
}
