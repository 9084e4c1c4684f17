import { useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useLabState } from '../../store/useLab.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { BankActions } from './bankActions.ts'
import { startBankDrag } from './bankDrag.ts'
import { BankItem, type ItemHands } from './BankItem.tsx'
import { bankMove } from './bankKeys.ts'
import type { BankFlow } from './dropPlace.ts'
import { EmptySlot } from './EmptySlot.tsx'
import { memoryEntries } from './memoryEntries.ts'
import { MemoryMenu, type MenuPlace } from './MemoryMenu.tsx'

/** Places beyond are all alike: a memory that moves there is not rendered again for it. */
const lastPlace = 24

interface BankListProps {
  readonly flow: BankFlow
  readonly actions: BankActions
}

/** All memories in their order. Arrows go from one to the next, Alt with arrows carries one along; a handle drags it. */
export function BankList({ flow, actions }: BankListProps) {
  const memories = useLabState((state) => state.experiment.recall.memories)
  const size = useLabState((state) => state.experiment.recall.size)
  const [currentId, setCurrent] = useState<number | null>(null)
  const [renamingId, setRenaming] = useState<number | null>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [said, setSaid] = useState('')
  const listRef = useRef<HTMLOListElement>(null)
  const lineRef = useRef<HTMLLIElement>(null)
  /** The field that had the focus is gone: it goes to the name that took its place. */
  const refocusRef = useRef(false)
  const current = memories.find((memory) => memory.id === currentId) ?? memories[0]

  const focus = (index: number, part = 'thumb') => {
    const item = listRef.current?.querySelectorAll(':scope > .bank-item')[index]
    const control = item?.querySelector<HTMLElement>(`[data-part='${part}']`) ?? item?.querySelector('button')
    control?.focus()
  }
  useEffect(() => {
    if (renamingId !== null || !refocusRef.current) return
    refocusRef.current = false
    focus(
      memories.findIndex((memory) => memory.id === currentId),
      'name',
    )
  })
  const carry = (id: number, index: number) => {
    actions.move(id, index)
    const name = memories.find((memory) => memory.id === id)?.name ?? ''
    setSaid(`${name} is now ${index + 1} of ${memories.length}.`)
  }
  const hands = useMemo<ItemHands>(
    () => ({
      actions,
      openMenu: (id, button) => setMenu({ id, button }),
      rename: setRenaming,
      endRename(byKey) {
        refocusRef.current = byKey
        setRenaming(null)
      },
      grab(event, id) {
        const [list, line] = [listRef.current, lineRef.current]
        const item = event.currentTarget.closest<HTMLElement>('.bank-item')
        if (!list || !line || !item || event.button !== 0 || event.target instanceof HTMLInputElement) return
        const onDrop = (index: number) => actions.move(id, index)
        startBankDrag({ list, line, item, start: event.nativeEvent, flow, onDrop })
      },
    }),
    [actions, flow],
  )

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const isTyping = target instanceof HTMLInputElement && target.type === 'text'
    const id = Number(target.closest<HTMLElement>('.bank-item')?.dataset['id'])
    const index = memories.findIndex((memory) => memory.id === id)
    if (isTyping || index < 0) return
    const move = bankMove(event, index, memories.length, flow === 'list' ? 1 : itemsInLine(listRef.current))
    if (move) {
      event.preventDefault()
      if (move.kind === 'carry') carry(id, move.index)
      else focus(move.index, target.dataset['part'])
    } else if (event.key === 'F2') {
      setRenaming(id)
    } else if (event.key === 'Delete') {
      actions.remove(id)
      focus(index + 1 < memories.length ? index + 1 : index - 1)
    }
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = event.target.closest<HTMLElement>('.bank-item')?.dataset['id']
    if (id !== undefined) setCurrent(Number(id))
  }
  const menuIndex = memories.findIndex((memory) => memory.id === menu?.id)

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the buttons in it */}
      <ol
        ref={listRef}
        className="bank-list"
        data-flow={flow}
        aria-label="Memories. Arrow keys go from one to the next; with Alt they carry it along. F2 renames, Delete deletes."
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {memories.map(({ id, name, isOn, bits }, place) => (
          <BankItem
            key={id}
            id={id}
            name={name}
            isOn={isOn}
            bits={bits}
            place={Math.min(place, lastPlace)}
            columns={size.columns}
            rows={size.rows}
            flow={flow}
            isCurrent={id === current?.id}
            isRenaming={id === renamingId}
            hands={hands}
          />
        ))}
        <EmptySlot onDraw={actions.addBlank} />
        <li ref={lineRef} className="bank-gap" role="presentation" hidden />
      </ol>
      {menu && menuIndex >= 0 && (
        <MemoryMenu
          place={menu}
          title={memories[menuIndex].name}
          entries={memoryEntries({ memories, index: menuIndex, actions, carry, rename: setRenaming })}
          onClose={() => setMenu(null)}
        />
      )}
      <VisuallyHidden live="polite">{said}</VisuallyHidden>
    </>
  )
}

/** Tiles of the first line of the grid. */
function itemsInLine(list: HTMLElement | null): number {
  const items = [...(list?.querySelectorAll<HTMLElement>(':scope > .bank-item') ?? [])]
  return Math.max(1, items.filter((item) => item.offsetTop === items[0].offsetTop).length)
}
