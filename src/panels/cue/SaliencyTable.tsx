import { memo, useRef, useState, type CSSProperties } from 'react'
import { useElementSize } from '../../ui/useElementSize.ts'
import { EquilibriumMark } from '../EquilibriumMark.tsx'
import { MemoryGlyph, memoryMark } from '../memoryMark.tsx'
import type { Standing } from './saliencyStanding.ts'
import { standingWords } from './saliencyWords.ts'
import { visibleRows } from './visibleRows.ts'

/** Height of a row in rem, as in the styles. */
const rowRem = 1.375

export interface SaliencyEntry {
  readonly id: number
  readonly name: string
  readonly text: string
  /** Shares of the axis: where zero is, and where the bar ends. */
  readonly zero: number
  readonly end: number
  readonly standing: Standing
}

interface SaliencyTableProps {
  readonly entries: readonly SaliencyEntry[]
  /** Scrolls in a box of its own, and only the rows in view are there. */
  readonly isLong: boolean
  /** The standings hold only if the memories were orthogonal, which they are not. */
  readonly isConditional: boolean
  /** Where the marks stand, as shares of the axis. */
  readonly marks: { readonly zero: number; readonly exists: number; readonly stable: number }
}

/** A row for each memory: name, bar, number, and what it is in the network. */
export function SaliencyTable({ entries, isLong, isConditional, marks }: SaliencyTableProps) {
  const boxRef = useRef<HTMLDivElement>(null)
  const { height, rem } = useElementSize(boxRef)
  const [scrollTop, setScrollTop] = useState(0)
  const rowHeight = rowRem * rem
  const { first, end } = isLong
    ? visibleRows(scrollTop, height, rowHeight, entries.length)
    : { first: 0, end: entries.length }
  const style = {
    '--saliency-zero': marks.zero,
    '--saliency-exists': marks.exists,
    '--saliency-stable': marks.stable,
  } as CSSProperties
  return (
    <div
      ref={boxRef}
      className="saliency-scroll"
      data-long={isLong || undefined}
      style={style}
      role={isLong ? 'region' : undefined}
      aria-label={isLong ? 'Saliencies of all memories' : undefined}
      tabIndex={isLong ? 0 : undefined}
      onScroll={isLong ? (event) => setScrollTop(event.currentTarget.scrollTop) : undefined}
    >
      <table
        className="saliency-table"
        aria-rowcount={entries.length + 1}
        data-conditional={isConditional || undefined}
      >
        <caption className="visually-hidden">Saliency of each memory in the input, now</caption>
        <colgroup>
          <col className="saliency-name-column" />
          <col />
          <col className="saliency-value-column" />
          <col className="saliency-standing-column" />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Memory</th>
            <th scope="col">Bar</th>
            <th scope="col">Saliency</th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
          {entries.slice(first, end).map((entry, k) => (
            <SaliencyRow key={entry.id} {...entry} isConditional={isConditional} place={first + k + 2} />
          ))}
          {end < entries.length && <tr aria-hidden="true" style={{ height: (entries.length - end) * rowHeight }} />}
        </tbody>
      </table>
    </div>
  )
}

interface SaliencyRowProps extends SaliencyEntry {
  readonly isConditional: boolean
  /** Its row in the whole table, counted from 1 with the heads. */
  readonly place: number
}

const SaliencyRow = memo(function SaliencyRow(props: SaliencyRowProps) {
  const { id, name, text, zero, end, standing, isConditional, place } = props
  const words = standingWords(standing, isConditional)
  const bar: CSSProperties = {
    left: `${100 * Math.min(zero, end)}%`,
    width: `${100 * Math.abs(end - zero)}%`,
    background: memoryMark(id).colour,
  }
  return (
    <tr aria-rowindex={place}>
      <th scope="row" title={name}>
        <MemoryGlyph id={id} size={10} /> {name}
      </th>
      <td className="saliency-cell" aria-hidden="true">
        <span className="saliency-bar" style={bar} data-negative={end < zero || undefined} />
      </td>
      <td className="saliency-value">{text}</td>
      <td className="saliency-standing" title={words}>
        {standing === 'absent' ? <span aria-hidden="true">·</span> : <EquilibriumMark stability={standing} />}
        <span className="visually-hidden">{words}</span>
      </td>
    </tr>
  )
})
