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

const ratios: Readonly<Record<Exclude<EmbedShape, 'height'>, readonly [number, number]>> = {
  '16:9': [16, 9],
  '4:3': [4, 3],
  '1:1': [1, 1],
}

/** The options that a shape stands for. `height`: pixels, where it is fixed. */
export function withShape(shape: EmbedShape, height: number): Pick<EmbedOptions, 'height' | 'aspect'> {
  return shape === 'height' ? { height, aspect: null } : { height: null, aspect: ratios[shape] }
}
