/** gifenc 1.0.3 has no types: those of what is used here. */
declare module 'gifenc' {
  /** Red, green, blue, 0 to 255. */
  type Colour = [number, number, number]

  interface FrameOptions {
    /** Needed for the first frame; the later ones have it too. */
    readonly palette?: readonly Colour[]
    readonly transparent?: boolean
    readonly transparentIndex?: number
    /** Milliseconds, written in hundredths of a second. */
    readonly delay?: number
    /** What a viewer does with the frame when the next one comes: 1 leaves it. */
    readonly dispose?: number
  }

  interface Encoder {
    writeFrame(indices: Uint8Array, width: number, height: number, options?: FrameOptions): void
    finish(): void
    bytes(): Uint8Array<ArrayBuffer>
    bytesView(): Uint8Array<ArrayBuffer>
  }

  export function GIFEncoder(): Encoder
  export function quantize(rgba: Uint8ClampedArray, maxColors: number): Colour[]
  export function applyPalette(rgba: Uint8ClampedArray, palette: readonly Colour[]): Uint8Array
}
