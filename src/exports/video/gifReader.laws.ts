/** What a viewer of a GIF sees of one frame. */
export interface ReadFrame {
  readonly delayHundredths: number
  /** Indices of the whole picture as it then is, with what was kept from the frames before. */
  readonly indices: Uint8Array
}

export interface ReadGif {
  readonly width: number
  readonly height: number
  readonly palette: readonly (readonly [number, number, number])[]
  readonly frames: readonly ReadFrame[]
}

/** Reads a GIF with a global palette, after its specification (GIF89a, 1990). For the tests: it throws where anything is out of order. */
export function readGif(bytes: Uint8Array): ReadGif {
  let at = 0
  const byte = () => {
    if (at >= bytes.length) throw new Error('The GIF ends too early.')
    return bytes[at++]
  }
  const word = () => byte() | (byte() << 8)
  const text = (count: number) => String.fromCharCode(...Array.from({ length: count }, byte))
  if (text(6) !== 'GIF89a') throw new Error('This is no GIF.')
  const [width, height] = [word(), word()]
  const flags = byte()
  byte()
  byte()
  const colours = flags & 0x80 ? 2 << (flags & 7) : 0
  const palette = Array.from({ length: colours }, () => [byte(), byte(), byte()] as const)
  const frames: ReadFrame[] = []
  let picture = new Uint8Array(width * height)
  let delay = 0
  let transparent: number | null = null

  const blocks = (): Uint8Array => {
    const parts: number[] = []
    for (let size = byte(); size > 0; size = byte()) for (let k = 0; k < size; k++) parts.push(byte())
    return Uint8Array.from(parts)
  }
  for (let kind = byte(); kind !== 0x3b; kind = byte()) {
    if (kind === 0x21) {
      const label = byte()
      const data = blocks()
      if (label !== 0xf9) continue
      delay = data[1] | (data[2] << 8)
      transparent = data[0] & 1 ? data[3] : null
    } else if (kind === 0x2c) {
      const box = [word(), word(), word(), word()]
      if (box.join() !== [0, 0, width, height].join()) throw new Error('A frame is not the whole picture.')
      if (byte() !== 0) throw new Error('A frame has a palette of its own, or is interlaced.')
      const codeBits = byte()
      const indices = decompress(blocks(), codeBits, width * height)
      const next = picture.slice()
      for (const [k, index] of indices.entries()) if (index !== transparent) next[k] = index
      picture = next
      frames.push({ delayHundredths: delay, indices: picture })
    } else throw new Error(`There is no block of kind ${kind}.`)
  }
  if (at !== bytes.length) throw new Error('Something stands behind the end of the GIF.')
  return { width, height, palette, frames }
}

/** LZW with codes of growing length, lowest bits first. */
function decompress(data: Uint8Array, codeBits: number, count: number): Uint8Array {
  const clear = 1 << codeBits
  const out = new Uint8Array(count)
  let written = 0
  let table: number[][] = []
  let bits = codeBits + 1
  let last: number[] | null = null
  let [buffer, held, at] = [0, 0, 0]
  const reset = () => {
    table = Array.from({ length: clear + 2 }, (_, k) => (k < clear ? [k] : []))
    bits = codeBits + 1
    last = null
  }
  reset()
  for (;;) {
    while (held < bits) {
      if (at >= data.length) throw new Error('The picture ends too early.')
      buffer |= data[at++] << held
      held += 8
    }
    const code = buffer & ((1 << bits) - 1)
    buffer >>= bits
    held -= bits
    if (code === clear) {
      reset()
      continue
    }
    if (code === clear + 1) break
    const entry: number[] | undefined = table[code] ?? (last && code === table.length ? [...last, last[0]] : undefined)
    if (!entry) throw new Error('A code stands for nothing.')
    out.set(entry, written)
    written += entry.length
    if (last && table.length < 4096) table.push([...last, entry[0]])
    if (table.length === 1 << bits && bits < 12) bits++
    last = entry
  }
  if (written !== count) throw new Error(`The picture has ${written} pixels, not ${count}.`)
  return out
}
