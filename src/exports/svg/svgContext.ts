import { canvasStyles, type CanvasStyles } from './canvasStyles.ts'
import { svgColour, svgOpacity } from './svgColour.ts'
import { roughRuler, sansFamily, svgFont, type TextRuler } from './svgFont.ts'
import { createSvgGradient, gradientNode, isSvgGradient, type SvgGradient } from './svgGradient.ts'
import { applied, identity, isUpright, scaleOf, times, turnOf, type SvgMatrix } from './svgMatrix.ts'
import { svgId, svgNode, type SvgAttributes, type SvgNode } from './svgNode.ts'
import { svgNumber } from './svgNumber.ts'
import { createSvgPath, pathData, pathNode, transformed, type SvgPath } from './svgPath.ts'
import { textNode, type PlacedText, type TextPiece } from './svgPieces.ts'

export interface SvgContextOptions {
  readonly ruler?: TextRuler
  /** The pixels of an image as a data address; null: it is left out. */
  readonly imageAddress?: (image: unknown) => string | null
}

/** Everything that is drawn, to be put into a file. */
export interface SvgDrawing {
  readonly defs: readonly SvgNode[]
  readonly content: SvgNode
  /** It holds pictures made of pixels. */
  readonly hasImages: boolean
}

/** Draws vectors: the part of a canvas's context that our drawings use, and what a canvas cannot do (groups with names, text in pieces). */
export interface SvgContext extends CanvasStyles, Omit<SvgPath, 'commands'> {
  readonly beginPath: () => void
  readonly fill: (path?: SvgPath) => void
  readonly stroke: (path?: SvgPath) => void
  readonly clip: (path?: SvgPath) => void
  readonly fillRect: (x: number, y: number, width: number, height: number) => void
  readonly strokeRect: (x: number, y: number, width: number, height: number) => void
  readonly clearRect: () => void
  readonly setLineDash: (dash: readonly number[]) => void
  readonly save: () => void
  readonly restore: () => void
  readonly translate: (x: number, y: number) => void
  readonly rotate: (angle: number) => void
  readonly scale: (x: number, y: number) => void
  readonly setTransform: (a: number, b: number, c: number, d: number, e: number, f: number) => void
  readonly getTransform: () => SvgMatrix
  readonly measureText: (text: string) => { readonly width: number }
  readonly fillText: (text: string, x: number, y: number) => void
  readonly strokeText: (text: string, x: number, y: number) => void
  readonly drawPieces: (pieces: readonly TextPiece[], placed: PlacedText) => void
  readonly drawImage: (image: unknown, x: number, y: number, width: number, height: number) => void
  readonly createLinearGradient: (x0: number, y0: number, x1: number, y1: number) => SvgGradient
  /** What `draw` draws stands in a group of this class; with `title` it has words and an id of its own. */
  readonly part: (name: string, draw: () => void, title?: string) => void
  readonly drawing: () => SvgDrawing
}

interface Kept {
  readonly styles: CanvasStyles
  readonly dash: readonly number[]
  readonly matrix: SvgMatrix
  readonly group: SvgNode
}

/** An empty drawing. `commands` of paths are kept in pixels of the figure: no transforms are written but turns of text. */
export function createSvgContext({
  ruler = roughRuler,
  imageAddress = () => null,
}: SvgContextOptions = {}): SvgContext {
  const root = svgNode('g', { 'stroke-miterlimit': '10', 'font-family': sansFamily })
  const defs: SvgNode[] = []
  const clipIds = new Map<string, string>()
  const ids = new Set<string>()
  const kept: Kept[] = []
  let [group, matrix, dash, hasImages] = [root, identity, [] as readonly number[], false]
  const newPath = () => createSvgPath('', () => matrix)
  let path = newPath()

  const add = (node: SvgNode | null) => {
    if (node) group.children.push(node)
  }
  const enter = (node: SvgNode) => {
    add(node)
    group = node
  }
  function uniqueId(name: string): string {
    const id = svgId(name)
    let unique = id
    for (let k = 2; ids.has(unique); k += 1) unique = `${id}-${k}`
    ids.add(unique)
    return unique
  }
  function paintOf(property: 'fill' | 'stroke', style: unknown): SvgAttributes {
    if (isSvgGradient(style)) {
      const id = uniqueId('gradient')
      defs.push(gradientNode(style, matrix, id))
      return { [property]: `url(#${id})`, [`${property}-opacity`]: svgOpacity(context.globalAlpha) }
    }
    const { colour, opacity } = svgColour(typeof style === 'string' ? style : '')
    return { [property]: colour, [`${property}-opacity`]: svgOpacity(opacity * context.globalAlpha) }
  }
  const strokeOf = (): SvgAttributes => ({
    fill: 'none',
    ...paintOf('stroke', context.strokeStyle),
    'stroke-width': svgNumber(context.lineWidth * scaleOf(matrix)),
    'stroke-linecap': context.lineCap === 'butt' ? undefined : context.lineCap,
    'stroke-linejoin': context.lineJoin === 'miter' ? undefined : context.lineJoin,
    'stroke-dasharray':
      dash.length > 0 ? dash.map((length) => svgNumber(length * scaleOf(matrix))).join(' ') : undefined,
    'stroke-dashoffset': context.lineDashOffset === 0 ? undefined : svgNumber(context.lineDashOffset),
  })
  const commandsOf = (given: SvgPath | undefined) => (given ? transformed(given.commands, matrix) : path.commands)
  /** A path of its own, in the pixels of the figure. */
  function here(draw: (own: SvgPath) => void) {
    const own = newPath()
    draw(own)
    return own.commands
  }
  function writeText(pieces: readonly TextPiece[], { x, y, align, colour, halo, haloWidth }: PlacedText) {
    const [atX, atY] = applied(matrix, x, y)
    const turn = turnOf(matrix)
    const scale = scaleOf(matrix)
    add(
      textNode(pieces, scale, {
        x: svgNumber(atX),
        y: svgNumber(atY),
        'text-anchor': align === 'center' ? 'middle' : align === 'end' ? 'end' : undefined,
        transform: Math.abs(turn) > 0.01 ? `rotate(${svgNumber(turn)} ${svgNumber(atX)} ${svgNumber(atY)})` : undefined,
        ...(halo === undefined
          ? {}
          : {
              'paint-order': 'stroke',
              stroke: svgColour(halo).colour,
              'stroke-width': svgNumber((haloWidth ?? 3) * scale),
              'stroke-linejoin': 'round',
            }),
        ...paintOf('fill', colour),
      }),
    )
  }

  const context: SvgContext = {
    ...canvasStyles,
    beginPath() {
      path = newPath()
    },
    moveTo: (x, y) => path.moveTo(x, y),
    lineTo: (x, y) => path.lineTo(x, y),
    closePath: () => path.closePath(),
    arc: (...circle) => path.arc(...circle),
    rect: (...box) => path.rect(...box),
    roundRect: (...box) => path.roundRect(...box),
    fill: (given) => add(pathNode(commandsOf(given), paintOf('fill', context.fillStyle))),
    stroke: (given) => add(pathNode(commandsOf(given), strokeOf())),
    clip(given) {
      const data = pathData(commandsOf(given))
      const known = clipIds.get(data)
      const id = known ?? uniqueId('clip')
      if (known === undefined) {
        clipIds.set(data, id)
        defs.push(svgNode('clipPath', { id }, [svgNode('path', { d: data })]))
      }
      enter(svgNode('g', { 'clip-path': `url(#${id})` }))
    },
    fillRect: (x, y, width, height) =>
      add(
        pathNode(
          here((own) => own.rect(x, y, width, height)),
          paintOf('fill', context.fillStyle),
        ),
      ),
    strokeRect: (x, y, width, height) =>
      add(
        pathNode(
          here((own) => own.rect(x, y, width, height)),
          strokeOf(),
        ),
      ),
    clearRect() {},
    setLineDash(next) {
      dash = [...next]
    },
    save: () => void kept.push({ styles: stylesOf(context), dash, matrix, group }),
    restore() {
      const last = kept.pop()
      if (!last) return
      Object.assign(context, last.styles)
      ;[dash, matrix, group] = [last.dash, last.matrix, last.group]
    },
    translate(x, y) {
      matrix = times(matrix, { ...identity, e: x, f: y })
    },
    rotate(angle) {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      matrix = times(matrix, { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 })
    },
    scale(x, y) {
      matrix = times(matrix, { ...identity, a: x, d: y })
    },
    setTransform(a, b, c, d, e, f) {
      matrix = { a, b, c, d, e, f }
    },
    getTransform: () => matrix,
    measureText: (text) => ({ width: ruler(text, svgFont(context.font)) }),
    fillText: (text, x, y) => writeText([{ text, font: context.font }], { x, y, colour: context.fillStyle }),
    // Letters are drawn with their halo in one go, by `drawPieces`.
    strokeText() {},
    drawPieces: writeText,
    drawImage(image, x, y, width, height) {
      const address = imageAddress(image)
      if (address === null || !isUpright(matrix)) return
      hasImages = true
      const [left, top] = applied(matrix, x, y)
      const scale = scaleOf(matrix)
      add(
        svgNode('image', {
          x: svgNumber(left),
          y: svgNumber(top),
          width: svgNumber(width * scale),
          height: svgNumber(height * scale),
          preserveAspectRatio: 'none',
          'image-rendering': context.imageSmoothingEnabled ? undefined : 'pixelated',
          opacity: svgOpacity(context.globalAlpha),
          href: address,
        }),
      )
    },
    createLinearGradient: createSvgGradient,
    part(name, draw, title) {
      const before = group
      const id = title === undefined ? undefined : uniqueId(name)
      const titles = title === undefined ? [] : [svgNode('title', {}, [title])]
      enter(svgNode('g', { id, class: svgId(name.replace(/ .*/, '')) }, titles))
      draw()
      group = before
    },
    drawing: () => ({ defs, content: root, hasImages }),
  }
  return context
}

function stylesOf(context: CanvasStyles): CanvasStyles {
  const styles: CanvasStyles = { ...canvasStyles }
  const names = Object.keys(canvasStyles) as (keyof CanvasStyles)[]
  for (const name of names) Object.assign(styles, { [name]: context[name] })
  return styles
}
