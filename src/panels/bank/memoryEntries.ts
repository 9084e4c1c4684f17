import type { Memory } from '../../experiment/recall/recallSettings.ts'
import type { BankActions } from './bankActions.ts'
import type { MenuEntry } from './MemoryMenu.tsx'

interface EntriesOf {
  readonly memories: readonly Memory[]
  /** The memory that the menu is about. */
  readonly index: number
  readonly actions: BankActions
  readonly carry: (id: number, index: number) => void
  readonly rename: (id: number) => void
}

/** The menu of one memory. */
export function memoryEntries({ memories, index, actions, carry, rename }: EntriesOf): readonly MenuEntry[] {
  const { id, isOn } = memories[index]
  return [
    { icon: 'pen', label: 'Draw', run: () => actions.open(id) },
    { icon: 'keyboard', label: 'Rename', keys: 'F2', run: () => rename(id) },
    { icon: 'copy', label: 'Duplicate', run: () => actions.duplicate(id) },
    {
      icon: isOn ? 'eye-off' : 'eye',
      label: isOn ? 'Switch off' : 'Switch on',
      run: () => actions.setOn(id, !isOn),
    },
    { icon: 'up', label: 'Move up', keys: 'Alt+↑', isDisabled: index === 0, run: () => carry(id, index - 1) },
    {
      icon: 'down',
      label: 'Move down',
      keys: 'Alt+↓',
      isDisabled: index === memories.length - 1,
      run: () => carry(id, index + 1),
    },
    { icon: 'trash', label: 'Delete', keys: 'Delete', run: () => actions.remove(id) },
  ]
}
