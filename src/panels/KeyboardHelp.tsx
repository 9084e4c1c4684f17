import { useRef } from 'react'
import { IconButton } from '../ui/IconButton.tsx'
import './KeyboardHelp.css'

const keys: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Anywhere',
    rows: [
      ['Space', 'play and pause'],
      ['Ctrl or Cmd Z', 'take the last edit back; with Shift, do it again'],
      ['Escape', 'bring the panels back, close what is open'],
      ['Tab', 'the next control'],
    ],
  },
  {
    title: 'On the 3-D landscape',
    rows: [
      ['Arrows', 'turn it'],
      ['+ and −', 'nearer and farther'],
      ['1 2 3 4', 'from the top, oblique, along the first memory, along the second'],
      ['W A S D', 'move the cross-hair (also Shift with the arrows)'],
      ['Enter', 'choose the equilibrium at the cross-hair, or else drop a ball there'],
    ],
  },
  {
    title: 'Beside the landscape',
    rows: [
      ['Left, Right', 'the next tab'],
      ['Enter', 'choose an equilibrium of the table, or let go of it'],
    ],
  },
  {
    title: 'In a field or on a slider',
    rows: [
      ['Up, Down', 'one step'],
      ['Page Up, Page Down', 'ten steps'],
      ['Escape', 'the last good value'],
    ],
  },
]

/** The keys of the page, in a dialog of the browser's own. */
export function KeyboardHelp() {
  const dialogRef = useRef<HTMLDialogElement>(null)
  return (
    <>
      <IconButton
        icon="keyboard"
        label="Keys"
        tooltip="What each key does, on the landscape and off it."
        onClick={() => dialogRef.current?.showModal()}
      />
      <dialog ref={dialogRef} className="key-help" aria-labelledby="key-help-title">
        <form method="dialog" className="key-help-head">
          <h2 className="panel-title" id="key-help-title">
            Keys
          </h2>
          <button type="submit" className="key-help-close">
            Close
          </button>
        </form>
        {keys.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([key, action]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{action}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </dialog>
    </>
  )
}
