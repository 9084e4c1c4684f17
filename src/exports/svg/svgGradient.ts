import { svgColour, svgOpacity } from './svgColour.ts'
import { applied, type SvgMatrix } from './svgMatrix.ts'
import { svgNode, type SvgNode } from './svgNode.ts'
import { svgNumber } from './svgNumber.ts'

/** A run of colours along a line, as `createLinearGradient` of a canvas gives one. */
export interface SvgGradient {
  readonly kind: 'linear-gradient'
  readonly line: readonly [x0: number, y0: number, x1: number, y1: number]
  readonly stops: readonly { readonly offset: number; readonly colour: string }[]
  readonly addColorStop: (offset: number, colour: string) => void
}

export function createSvgGradient(x0: number, y0: number, x1: number, y1: number): SvgGradient {
  const stops: { offset: number; colour: string }[] = []
  return {
    kind: 'linear-gradient',
    line: [x0, y0, x1, y1],
    stops,
    addColorStop: (offset, colour) => void stops.push({ offset, colour }),
  }
}

export function isSvgGradient(style: unknown): style is SvgGradient {
  return typeof style === 'object' && style !== null && 'kind' in style && style.kind === 'linear-gradient'
}

/** Four decimals: neighbouring colours of a scale lie closer than a hundredth. */
const share = (value: number) => value.toFixed(4).replace(/\.?0+$/, '')

export function gradientNode({ line, stops }: SvgGradient, matrix: SvgMatrix, id: string): SvgNode {
  const [x1, y1] = applied(matrix, line[0], line[1])
  const [x2, y2] = applied(matrix, line[2], line[3])
  const n = svgNumber
  return svgNode(
    'linearGradient',
    { id, gradientUnits: 'userSpaceOnUse', x1: n(x1), y1: n(y1), x2: n(x2), y2: n(y2) },
    stops.map(({ offset, colour }) => {
      const { colour: plain, opacity } = svgColour(colour)
      return svgNode('stop', {
        offset: share(offset),
        'stop-color': plain,
        'stop-opacity': svgOpacity(opacity),
      })
    }),
  )
}
