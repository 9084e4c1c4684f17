import { useLab, useLabState } from '../store/useLab.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { HistoryMenu } from './HistoryMenu.tsx'

/** Steps back and forth through the edits of the document. Each says what it would undo or do again. */
export function HistoryButtons() {
  const { store } = useLab()
  const undoes = useLabState((state) => state.history.past.at(-1)?.label)
  const redoes = useLabState((state) => state.history.future.at(-1)?.label)
  const { undo, redo } = store.getState()
  return (
    <div className="history-buttons" role="group" aria-label="History">
      <IconButton
        icon="undo"
        label="Undo"
        shortcut="Control+Z"
        tooltip={undoes === undefined ? 'Nothing to undo yet.' : `Takes back: ${undoes}.`}
        isDisabled={undoes === undefined}
        onClick={undo}
      />
      <IconButton
        icon="redo"
        label="Redo"
        shortcut="Control+Shift+Z"
        tooltip={redoes === undefined ? 'Nothing was undone.' : `Does again: ${redoes}.`}
        isDisabled={redoes === undefined}
        onClick={redo}
      />
      <HistoryMenu />
    </div>
  )
}
