import { memo, type CSSProperties, type PointerEvent } from 'react'
import type { PictureSize } from '../../experiment/recall/recallSettings.ts'
import { Icon } from '../../ui/icons.tsx'
import { MemoryGlyph, memoryMark } from '../memoryMark.tsx'
import type { BankActions } from './bankActions.ts'
import type { BankFlow } from './dropPlace.ts'
import { MemoryThumbnail } from './MemoryThumbnail.tsx'
import { NameInput } from './NameInput.tsx'

/** What an item asks of the list around it. The same object in every render, or all items would be drawn again. */
export interface ItemHands {
  readonly actions: BankActions
  readonly openMenu: (id: number, button: HTMLElement) => void
  readonly rename: (id: number) => void
  readonly endRename: (byKey: boolean) => void
  readonly grab: (event: PointerEvent<HTMLElement>, id: number) => void
}

interface BankItemProps extends PictureSize {
  readonly id: number
  readonly name: string
  readonly isOn: boolean
  readonly bits: string
  /** Where it stood when it came into the list; only the first ones are drawn at once. */
  readonly place: number
  readonly flow: BankFlow
  /** Only the controls of one memory are in the tab order; arrows go from memory to memory. */
  readonly isCurrent: boolean
  readonly isRenaming: boolean
  readonly hands: ItemHands
}

/** One memory of the bank: a row of the list, or a tile of the grid. */
export const BankItem = memo(function BankItem(props: BankItemProps) {
  const { id, isOn, flow, hands } = props
  const style = { '--memory': memoryMark(id).colour } as CSSProperties
  return (
    <li
      className="bank-item"
      data-id={id}
      data-off={!isOn || undefined}
      style={style}
      onPointerDown={flow === 'grid' ? (event) => hands.grab(event, id) : undefined}
    >
      {flow === 'list' ? <Row {...props} /> : <Tile {...props} />}
    </li>
  )
})

function Row({ id, name, isOn, bits, place, columns, rows, isCurrent, isRenaming, hands }: BankItemProps) {
  const tabIndex = isCurrent ? 0 : -1
  const { actions } = hands
  return (
    <>
      <span className="bank-handle" aria-hidden="true" onPointerDown={(event) => hands.grab(event, id)}>
        <Icon name="drag" size={16} />
      </span>
      <button
        type="button"
        className="bank-thumb"
        data-part="thumb"
        tabIndex={tabIndex}
        aria-label={`Draw ${name}`}
        onClick={() => actions.open(id)}
      >
        <MemoryThumbnail bits={bits} columns={columns} rows={rows} place={place} />
      </button>
      {isRenaming ? (
        <Rename id={id} name={name} hands={hands} />
      ) : (
        <button
          type="button"
          className="bank-name"
          data-part="name"
          tabIndex={tabIndex}
          aria-label={`Rename ${name}`}
          onClick={() => hands.rename(id)}
        >
          <MemoryGlyph id={id} />
          <span>{name}</span>
        </button>
      )}
      <label className="switch bank-switch">
        <input
          type="checkbox"
          role="switch"
          data-part="switch"
          tabIndex={tabIndex}
          checked={isOn}
          aria-checked={isOn}
          aria-label={`${name} is in the network`}
          onChange={(event) => actions.setOn(id, event.target.checked)}
        />
      </label>
      <button
        type="button"
        className="icon-button bank-more"
        data-part="more"
        data-size="small"
        tabIndex={tabIndex}
        aria-label={`What to do with ${name}`}
        aria-haspopup="menu"
        onClick={(event) => hands.openMenu(id, event.currentTarget)}
      >
        <Icon name="down" size={14} />
      </button>
    </>
  )
}

function Tile({ id, name, isOn, bits, place, columns, rows, isCurrent, isRenaming, hands }: BankItemProps) {
  return (
    <>
      <button
        type="button"
        className="bank-thumb"
        data-part="thumb"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`${name}${isOn ? '' : ', off'}`}
        aria-haspopup="menu"
        onClick={(event) => hands.openMenu(id, event.currentTarget)}
        onDoubleClick={() => hands.actions.open(id)}
      >
        <MemoryThumbnail bits={bits} columns={columns} rows={rows} place={place} />
        <span className="bank-badge">
          <MemoryGlyph id={id} size={9} />
        </span>
      </button>
      {isRenaming ? (
        <Rename id={id} name={name} hands={hands} />
      ) : (
        <span className="bank-name" aria-hidden="true">
          <span>{isOn ? name : `${name} (off)`}</span>
        </span>
      )}
    </>
  )
}

function Rename({ id, name, hands }: { readonly id: number; readonly name: string; readonly hands: ItemHands }) {
  return (
    <NameInput
      label={`Name of ${name}`}
      name={name}
      isAsked
      onName={(next) => hands.actions.rename(id, next)}
      onDone={hands.endRename}
    />
  )
}
