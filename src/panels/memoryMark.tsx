import './memoryMark.css'

/** Shapes that stay apart at ten pixels, and are none of the marks of equilibria (star, dot, ring). */
const glyphPaths = {
  triangle: 'M8 2.2 14.6 13.600H1.400z',
  square: 'M2.600 2.600h10.800v10.800H2.600z',
  diamond: 'M8 .8 15.2 8 8 15.2.800 8z',
  plus: 'M6 1.600h4V6h4.400v4H10v4.400H6V10H1.600V6H6z',
  wedge: 'M8 13.800 1.400 2.400h13.200z',
  hourglass: 'M2.400 1.800h11.200L10 8l3.600 6.200H2.400L6 8z',
  hexagon: 'M4.600 2h6.800l3.400 6-3.400 6H4.600L1.200 8z',
  bars: 'M2 2.200h12v4.200H2zM2 9.600h12v4.200H2z',
} as const

export type GlyphName = keyof typeof glyphPaths

const glyphNames = Object.keys(glyphPaths) as GlyphName[]
/** `--memory-1` to `--memory-8` in the tokens. */
const colourCount = 8

export interface MemoryMark {
  /** A CSS colour: `var(--memory-3)`. */
  readonly colour: string
  readonly glyph: GlyphName
}

/**
 * The colour and the glyph of a memory, everywhere the same: colour 1 + (id − 1) mod 8. Once the colours have gone round, the glyphs move on by one,
 * so that 64 memories in a row have 64 different pairs, and eight in a row eight different glyphs.
 */
export function memoryMark(id: number): MemoryMark {
  const place = Math.max(0, id - 1)
  const round = Math.floor(place / colourCount)
  return {
    colour: `var(--memory-${1 + (place % colourCount)})`,
    glyph: glyphNames[(place + round) % glyphNames.length],
  }
}

interface MemoryGlyphProps {
  /** Of the memory, not its place in the bank. */
  readonly id: number
  /** Pixels on the 16-pixel base; scales with the text. */
  readonly size?: number | undefined
}

/** A decoration: the name of the memory stands beside it. */
export function MemoryGlyph({ id, size = 12 }: MemoryGlyphProps) {
  const { colour, glyph } = memoryMark(id)
  const side = `${size / 16}rem`
  return (
    <svg
      className="memory-glyph"
      data-glyph={glyph}
      viewBox="0 0 16 16"
      style={{ width: side, height: side, color: colour }}
      aria-hidden="true"
      focusable="false"
    >
      <path d={glyphPaths[glyph]} fill="currentColor" />
    </svg>
  )
}
