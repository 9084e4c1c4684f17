import { applied, identity, isReflected, isUpright, scaleOf, type SvgMatrix } from './svgMatrix.ts'
import { simplified } from './simplified.ts'
import { svgNode, type SvgAttributes, type SvgNode } from './svgNode.ts'
import { svgNumber } from './svgNumber.ts'

type Command =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'arc'
      readonly radius: number
      readonly isLarge: boolean
      readonly isClockwise: boolean
      readonly x: number
      readonly y: number
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius: number
    }
  | { readonly kind: 'close' }

/** A path that remembers what it is made of: the part of `Path2D` that drawings use, readable again. */
export interface SvgPath {
  readonly moveTo: (x: number, y: number) => void
  readonly lineTo: (x: number, y: number) => void
  readonly arc: (x: number, y: number, radius: number, from: number, to: number, isLeft?: boolean) => void
  readonly rect: (x: number, y: number, width: number, height: number) => void
  readonly roundRect: (x: number, y: number, width: number, height: number, radius: number) => void
  readonly closePath: () => void
  readonly commands: readonly Command[]
}

const wholeTurn = 2 * Math.PI
const turnTolerance = 1e-9

/** `data`: what it begins with, as SVG path data of M, L, A and Z. `place`: where points are put when they are added. */
export function createSvgPath(data = '', place: () => SvgMatrix = () => identity): SvgPath {
  const commands: Command[] = []
  // Both in the coordinates of the commands.
  let pen: readonly [number, number] | null = null
  let start: readonly [number, number] = [0, 0]
  const add = (command: Command) => void commands.push(...transformed([command], place()))

  function go(kind: 'move' | 'line', x: number, y: number) {
    const to = applied(place(), x, y)
    // A move to where the pen is already begins nothing: pieces of one line become one line.
    if (kind === 'move' && pen && pen[0] === to[0] && pen[1] === to[1]) return
    if (kind === 'move' || !pen) start = to
    commands.push({ kind: pen ? kind : 'move', x: to[0], y: to[1] })
    pen = to
  }
  const path: SvgPath = {
    commands,
    moveTo: (x, y) => go('move', x, y),
    lineTo: (x, y) => go('line', x, y),
    closePath() {
      if (!pen) return
      commands.push({ kind: 'close' })
      pen = start
    },
    rect(x, y, width, height) {
      add({ kind: 'rect', x, y, width, height, radius: 0 })
      pen = null
    },
    roundRect(x, y, width, height, radius) {
      add({ kind: 'rect', x, y, width, height, radius: Math.min(radius, Math.abs(width) / 2, Math.abs(height) / 2) })
      pen = null
    },
    arc(x, y, radius, from, to, isLeft = false) {
      const turn = isLeft ? from - to : to - from
      if (turn >= wholeTurn - turnTolerance) {
        add({ kind: 'circle', x, y, radius })
        pen = null
        return
      }
      const span = ((turn % wholeTurn) + wholeTurn) % wholeTurn
      go(pen ? 'line' : 'move', x + radius * Math.cos(from), y + radius * Math.sin(from))
      const end = [x + radius * Math.cos(to), y + radius * Math.sin(to)] as const
      add({ kind: 'arc', radius, isLarge: span > Math.PI, isClockwise: !isLeft, x: end[0], y: end[1] })
      pen = applied(place(), ...end)
    },
  }
  for (const command of dataCommands(data)) {
    if (command.kind === 'move') path.moveTo(command.x, command.y)
    else if (command.kind === 'line') path.lineTo(command.x, command.y)
    else if (command.kind === 'close') path.closePath()
    else if (command.kind === 'arc') {
      add(command)
      pen = applied(place(), command.x, command.y)
    }
  }
  return path
}

/** Reads path data of absolute M, L, A (circular) and Z: what the marks of equilibria are written in. */
function dataCommands(data: string): Command[] {
  return [...data.matchAll(/([MLAZ])([^MLAZ]*)/g)].flatMap(([, letter, rest]): Command[] => {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    if (letter === 'Z') return [{ kind: 'close' }]
    const width = letter === 'A' ? 7 : 2
    return Array.from({ length: Math.floor(numbers.length / width) }, (_, k): Command => {
      const part = numbers.slice(k * width, (k + 1) * width)
      if (letter !== 'A') return { kind: letter === 'M' && k === 0 ? 'move' : 'line', x: part[0], y: part[1] }
      const [radius, , , large, sweep, x, y] = part
      return { kind: 'arc', radius, isLarge: large === 1, isClockwise: sweep === 1, x, y }
    })
  })
}

/** The same path where a matrix puts it. */
export function transformed(commands: readonly Command[], matrix: SvgMatrix): Command[] {
  const scale = scaleOf(matrix)
  return commands.map((command): Command => {
    switch (command.kind) {
      case 'move':
      case 'line': {
        const [x, y] = applied(matrix, command.x, command.y)
        return { kind: command.kind, x, y }
      }
      case 'arc': {
        const [x, y] = applied(matrix, command.x, command.y)
        const isClockwise = command.isClockwise !== isReflected(matrix)
        return { ...command, radius: command.radius * scale, isClockwise, x, y }
      }
      case 'circle': {
        const [x, y] = applied(matrix, command.x, command.y)
        return { kind: 'circle', radius: command.radius * scale, x, y }
      }
      case 'rect':
        return rectAt(command, matrix)
      case 'close':
        return command
      default:
        return command satisfies never
    }
  })
}

/** A rectangle between two opposite corners. Turned ones are not drawn by anyone. */
function rectAt(rect: Extract<Command, { kind: 'rect' }>, matrix: SvgMatrix): Command {
  if (!isUpright(matrix)) throw new Error('A turned rectangle cannot be drawn: draw it as a path.')
  const [fromX, fromY] = applied(matrix, rect.x, rect.y)
  const [toX, toY] = applied(matrix, rect.x + rect.width, rect.y + rect.height)
  return {
    kind: 'rect',
    x: Math.min(fromX, toX),
    y: Math.min(fromY, toY),
    width: Math.abs(toX - fromX),
    height: Math.abs(toY - fromY),
    radius: rect.radius * scaleOf(matrix),
  }
}

/** The element of a path: a circle or a rectangle where it is one. Null for a path without anything. */
export function pathNode(commands: readonly Command[], attributes: SvgAttributes): SvgNode | null {
  const [only] = commands
  if (!only) return null
  const n = svgNumber
  if (commands.length === 1 && only.kind === 'circle')
    return svgNode('circle', { cx: n(only.x), cy: n(only.y), r: n(only.radius), ...attributes })
  if (commands.length === 1 && only.kind === 'rect') {
    const { x, y, width, height, radius } = only
    const rx = radius > 0 ? n(radius) : undefined
    return svgNode('rect', { x: n(x), y: n(y), width: n(width), height: n(height), rx, ...attributes })
  }
  const d = pathData(commands)
  return /[LAZ]/i.test(d) ? svgNode('path', { d, ...attributes }) : null
}

/** SVG path data; points that lie on the line between their neighbours are left out. */
export function pathData(commands: readonly Command[]): string {
  const n = svgNumber
  let data = ''
  for (let k = 0; k < commands.length; k += 1) {
    const command = commands[k]
    switch (command.kind) {
      case 'move':
      case 'line': {
        const chain = [command.x, command.y]
        let next = commands[k + 1]
        while (next?.kind === 'line') {
          chain.push(next.x, next.y)
          k += 1
          next = commands[k + 1]
        }
        data += chainData(chain, command.kind === 'move' ? 'M' : 'L')
        break
      }
      case 'arc': {
        const { radius, isLarge, isClockwise, x, y } = command
        data += `A${n(radius)} ${n(radius)} 0 ${isLarge ? 1 : 0} ${isClockwise ? 1 : 0} ${n(x)} ${n(y)}`
        break
      }
      case 'circle': {
        const { x, y, radius } = command
        const r = n(radius)
        data += `M${n(x + radius)} ${n(y)}A${r} ${r} 0 1 1 ${n(x - radius)} ${n(y)}A${r} ${r} 0 1 1 ${n(x + radius)} ${n(y)}Z`
        break
      }
      case 'rect':
        data += `M${n(command.x)} ${n(command.y)}h${n(command.width)}v${n(command.height)}h${n(-command.width)}Z`
        break
      case 'close':
        data += 'Z'
        break
      default:
        command satisfies never
    }
  }
  return data
}

function chainData(chain: readonly number[], first: 'M' | 'L'): string {
  const kept = simplified(chain)
  let data = ''
  let last = ''
  for (let k = 0; k < kept.length; k += 2) {
    const place = `${svgNumber(kept[k])} ${svgNumber(kept[k + 1])}`
    // Nearer than a hundredth of a pixel to the one before: the same place. A lone point keeps its stroke, for round caps.
    if (place === last && kept.length > 4) continue
    data += `${k === 0 ? first : 'L'}${place}`
    last = place
  }
  return data
}
