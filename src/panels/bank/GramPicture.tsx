import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { formatFixed } from '../../ui/formatNumber.ts'
import { readTokens, watchTokens } from '../../ui/readTokens.ts'
import { MemoryGlyph } from '../memoryMark.tsx'
import type { BankGram } from './bankGram.ts'
import { gramGradient, gramPixelsInto, makeGramColours, themeOfPanel } from './gramColours.ts'

/** With more memories than this there is no room for their glyphs. */
const mostGlyphs = 20

interface Cell {
  readonly row: number
  readonly column: number
}

/** Overlaps of all memories as a picture: a row and a column each. Hover, a finger or the arrow keys read a number off it. */
export function GramPicture({ found }: { readonly found: BankGram }) {
  const { gram, names, ids } = found
  const count = names.length
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const [gradient, setGradient] = useState('none')
  const [cell, setCell] = useState<Cell | null>(null)
  const keysId = useId()
  const read = cell && cell.row < count && cell.column < count ? cell : null

  useEffect(() => {
    const canvas = canvasRef.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context || count === 0) return
    const paint = () => {
      const colours = makeGramColours(themeOfPanel(readTokens(canvas).panel))
      const image = context.createImageData(count, count)
      gramPixelsInto(image.data, gram, colours)
      context.putImageData(image, 0, 0)
      setGradient(gramGradient(colours))
    }
    paint()
    return watchTokens(paint)
  }, [gram, count])

  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = (share: number) => Math.min(count - 1, Math.max(0, Math.floor(count * share)))
    const [row, column] = [at((event.clientY - box.top) / box.height), at((event.clientX - box.left) / box.width)]
    if (row !== cell?.row || column !== cell.column) setCell({ row, column })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepped(cell ?? { row: 0, column: 0 }, event.key, count)
    if (next === null) return
    event.preventDefault()
    setCell(next)
  }
  return (
    <div className="gram">
      {count <= mostGlyphs && <Axis ids={ids} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a picture with its own keys is what the role is for */}
      <div
        className="gram-picture"
        role="application"
        aria-label={`Overlaps of ${count} memories`}
        aria-describedby={keysId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
        tabIndex={0}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setCell(null)}
        onFocus={(event) => event.target.matches(':focus-visible') && setCell(cell ?? { row: 0, column: 0 })}
        onBlur={() => setCell(null)}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvasRef} width={Math.max(1, count)} height={Math.max(1, count)} />
        {read && <span className="gram-cursor" style={cursorStyle(read, count)} />}
      </div>
      <p className="gram-read" aria-live="polite">
        {read ? readOut(found, read) : 'Point at a square, or use the arrow keys.'}
      </p>
      <p className="visually-hidden" id={keysId}>
        A row and a column for each memory. The arrow keys go from square to square.
      </p>
      <div className="gram-legend" aria-hidden="true">
        <span>−1</span>
        <span className="gram-scale" style={{ background: gradient }} />
        <span>+1</span>
        <small>opposite · orthogonal · same</small>
      </div>
    </div>
  )
}

function Axis({ ids }: { readonly ids: readonly number[] }) {
  return (
    <>
      {(['column', 'row'] as const).map((direction) => (
        <span key={direction} className="gram-axis" data-direction={direction} aria-hidden="true">
          {ids.map((id) => (
            <MemoryGlyph key={id} id={id} size={9} />
          ))}
        </span>
      ))}
    </>
  )
}

function cursorStyle({ row, column }: Cell, count: number) {
  const share = (cells: number) => `${(100 * cells) / count}%`
  return { left: share(column), top: share(row), width: share(1), height: share(1) }
}

function readOut({ gram, names }: BankGram, { row, column }: Cell): string {
  if (row === column) return `${names[row]} with itself: 1`
  const overlap = gram[row * names.length + column]
  return `${names[row]} and ${names[column]}: ${formatFixed(overlap, 2)}, ${Math.round(50 * (1 + overlap))} % of the pixels agree`
}

function stepped({ row, column }: Cell, key: string, count: number): Cell | null {
  const clamp = (value: number) => Math.min(count - 1, Math.max(0, value))
  switch (key) {
    case 'ArrowUp':
      return { row: clamp(row - 1), column }
    case 'ArrowDown':
      return { row: clamp(row + 1), column }
    case 'ArrowLeft':
      return { row, column: clamp(column - 1) }
    case 'ArrowRight':
      return { row, column: clamp(column + 1) }
    default:
      return null
  }
}
