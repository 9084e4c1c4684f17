import { Icon, type IconName } from '../../ui/icons.tsx'
import { MenuButton } from '../MenuButton.tsx'
import type { BankActions } from './bankActions.ts'

/** Dialogs that the bank opens. */
export type BankDialog = 'library' | 'sets' | 'image'

interface AddMenuProps {
  readonly actions: BankActions
  readonly onOpen: (dialog: BankDialog) => void
}

/** The ways to a new memory. */
export function AddMenu({ actions, onOpen }: AddMenuProps) {
  const ways: readonly { icon: IconName; title: string; caption: string; run: () => void }[] = [
    { icon: 'pen', title: 'Blank drawing', caption: 'Opens the editor.', run: actions.addBlank },
    {
      icon: 'library',
      title: 'From the library',
      caption: 'Animals, letters, digits, symbols, faces.',
      run: () => onOpen('library'),
    },
    {
      icon: 'dice',
      title: 'A generated set',
      caption: 'Random, orthogonal, or alike.',
      run: () => onOpen('sets'),
    },
    {
      icon: 'image',
      title: 'From an image',
      caption: 'A file, the clipboard, or the camera. It stays on this device.',
      run: () => onOpen('image'),
    },
    {
      icon: 'copy',
      title: 'The present input',
      caption: 'Ink where the input is above 0.',
      run: actions.addInput,
    },
  ]
  const face = (
    <>
      <Icon name="plus" size={16} />
      <span>Add</span>
    </>
  )
  return (
    <MenuButton label="Add a memory" tooltip="Draw one, or take it from somewhere." face={face}>
      {(menuId) =>
        ways.map(({ icon, title, caption, run }) => (
          <button
            key={title}
            type="button"
            className="menu-item bank-way"
            popoverTarget={menuId}
            popoverTargetAction="hide"
            onClick={run}
          >
            <Icon name={icon} size={16} />
            <b>{title}</b>
            <small>{caption}</small>
          </button>
        ))
      }
    </MenuButton>
  )
}
