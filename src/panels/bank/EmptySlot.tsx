import { Icon } from '../../ui/icons.tsx'

/** The place after the last memory invites a drawing. */
export function EmptySlot({ onDraw }: { readonly onDraw: () => void }) {
  return (
    <li className="bank-empty">
      <button type="button" onClick={onDraw}>
        <span className="bank-empty-frame">
          <Icon name="pen" size={16} />
        </span>
        <span>Draw one</span>
      </button>
    </li>
  )
}
