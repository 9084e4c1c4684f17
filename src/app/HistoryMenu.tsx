import { MenuButton } from '../panels/MenuButton.tsx'
import { useLab, useLabState } from '../store/useLab.ts'
import './HistoryMenu.css'

/** All steps of the history, the newest on top; choosing one goes there at once. */
export function HistoryMenu() {
  return (
    <MenuButton label="Steps" icon="down" tooltip="All that you did, step by step. Choose one to go back to it.">
      {(menuId) => <HistoryList menuId={menuId} />}
    </MenuButton>
  )
}

function HistoryList({ menuId }: { readonly menuId: string }) {
  const { store } = useLab()
  // Each by itself: during a drag the history is another object with every step of it, and its lists are the same.
  const past = useLabState((state) => state.history.past)
  const future = useLabState((state) => state.history.future)
  const isCut = useLabState((state) => state.history.isCut)
  // Future steps are nearest last.
  const labels = [
    isCut ? 'As far back as it goes: older steps are gone' : 'The beginning',
    ...past.map((entry) => entry.label),
    ...future.map((entry) => entry.label).toReversed(),
  ]
  return (
    <ol className="history-list">
      {labels
        .map((label, k) => ({ label, k, steps: k - past.length }))
        .toReversed()
        .map(({ label, k, steps }) => (
          // By its place: the button that is pressed must stay, or the menu would not close.
          <li key={k}>
            <button
              type="button"
              className="menu-item"
              data-undone={steps > 0 || undefined}
              aria-current={steps === 0 ? 'step' : undefined}
              popoverTarget={menuId}
              popoverTargetAction="hide"
              onClick={() => store.getState().jump(steps)}
            >
              {label}
            </button>
          </li>
        ))}
    </ol>
  )
}
