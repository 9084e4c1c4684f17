import type { EmbedOptions } from '../../../experiment/embed/embedOptions.ts'
import type { SelectOption } from '../../../ui/Select.tsx'

/** How an embed takes its place on a page: so many pixels high, or in a shape. */
export type EmbedShape = 'height' | '16:9' | '4:3' | '1:1'

export const embedShapes: readonly SelectOption<EmbedShape>[] = [
  { value: 'height', label: 'Fixed height' },
  { value: '16:9', label: '16:9' },
  { value: '4:3', label: '4:3' },
  { value: '1:1', label: 'Square' },
]

const ratios: Readonly<Record<Exclude<EmbedShape, 'height'>, EmbedRatio>> = {
  '16:9': [16, 9],
  '4:3': [4, 3],
  '1:1': [1, 1],
}

/** CSS pixels: a smaller frame has no room for a picture, a larger one is on no page. */
export const heightRange = [120, 4000] as const

/** Of an embed: its height in CSS pixels; or width to height, where that gives it. */
export type EmbedSize = { readonly height: number; readonly aspect: null } | { readonly aspect: EmbedRatio }

type EmbedRatio = NonNullable<EmbedOptions['aspect']>

/** What a shape stands for. `height`: CSS pixels, where it is fixed. */
export function sizeOf(shape: EmbedShape, height: number): EmbedSize {
  return shape === 'height' ? { height, aspect: null } : { aspect: ratios[shape] }
}

/** The same as the style of a frame. */
export function frameStyle(size: EmbedSize): { readonly height: number } | { readonly aspectRatio: string } {
  return size.aspect === null ? { height: size.height } : { aspectRatio: size.aspect.join(' / ') }
}
