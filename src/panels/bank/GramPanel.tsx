import { criticalLoad } from '../../model/binary/capacity.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatFixed } from '../../ui/formatNumber.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Icon } from '../../ui/icons.tsx'
import type { BankGram } from './bankGram.ts'
import { GramPicture } from './GramPicture.tsx'
import { closestOf, correlationWords, drawingNotes, isCorrelated } from './gramWords.ts'
import { LoadBar } from './LoadBar.tsx'
import { loadWords } from './loadWords.ts'
import { useBankActions } from './useBankActions.ts'
import { useBankGram } from './useBankGram.ts'
import './GramPanel.css'
import '../panels.css'

/** How far these memories are from what the theory assumes, and what can be done about it. */
export function GramPanel() {
  const found = useBankGram()
  return (
    <div className="panel-section gram-panel">
      <h2 className="panel-title">When theory stops applying</h2>
      {found === null ? <p className="panel-words">Comparing the drawings.</p> : <Found found={found} />}
    </div>
  )
}

function Found({ found }: { readonly found: BankGram }) {
  const rule = useLabState((state) => state.experiment.recall.network.rule)
  const words = correlationWords(found.strongest, rule)
  const notes = drawingNotes(found.equal, found.uniform, rule)
  return (
    <>
      <p className="gram-sentence" data-warning={words.isWarning || undefined}>
        {words.isWarning && <Icon name="warning" size={16} />}
        <span>{words.text}</span>
      </p>
      {isCorrelated(found.strongest) && <Remedies found={found} />}
      {notes.map((note) => (
        <p key={note} className="panel-words">
          {note}
        </p>
      ))}
      {found.names.length > 1 && (
        <>
          <GramPicture found={found} />
          <Disclosure title="The same as a table">
            <ClosestTable found={found} />
          </Disclosure>
        </>
      )}
      <Load found={found} />
    </>
  )
}

/** One press each; each can be undone. */
function Remedies({ found }: { readonly found: BankGram }) {
  const { store } = useLab()
  const actions = useBankActions()
  const rule = useLabState((state) => state.experiment.recall.network.rule)
  const setRule = (next: 'pseudo-inverse' | 'hebb', label: string) =>
    editRecall(store, (recall) => ({ ...recall, network: { ...recall.network, rule: next } }), { label })
  const { strongest } = found
  if (strongest === null) return null
  return (
    <div className="gram-remedies">
      {rule === 'pseudo-inverse' ? (
        <IconButton
          label="Back to Hebb’s rule"
          hasText
          tooltip="Weights as simple sums, in which alike memories disturb each other."
          onClick={() => setRule('hebb', 'Use Hebb’s rule')}
        />
      ) : (
        <IconButton
          label="Use the pseudo-inverse rule"
          hasText
          tooltip="Makes the memories act as if they were orthogonal, in every model."
          onClick={() => setRule('pseudo-inverse', 'Use the pseudo-inverse rule')}
        />
      )}
      {[strongest.mu, strongest.nu].map((mu) => (
        <IconButton
          key={mu}
          label={`Leave out ${found.names[mu]}`}
          hasText
          tooltip="Switches it off. It stays in the bank."
          onClick={() => actions.setOn(found.ids[mu], false)}
        />
      ))}
    </div>
  )
}

function ClosestTable({ found }: { readonly found: BankGram }) {
  return (
    <table className="gram-table">
      <caption className="visually-hidden">For each memory, the one it overlaps most with</caption>
      <thead>
        <tr>
          <th scope="col">Memory</th>
          <th scope="col">Closest to it</th>
          <th scope="col">Overlap</th>
        </tr>
      </thead>
      <tbody>
        {closestOf(found.gram, found.names.length).map(({ mu, nu, overlap }) => (
          <tr key={found.ids[mu]}>
            <th scope="row">{found.names[mu]}</th>
            <td>{found.names[nu]}</td>
            <td>{formatFixed(overlap, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Load({ found }: { readonly found: BankGram }) {
  const rule = useLabState((state) => state.experiment.recall.network.rule)
  const { neuronCount, names } = found
  const words = loadWords({ patternCount: names.length, neuronCount, rule, criticalLoad })
  return (
    <div className="gram-load">
      <h3>Load</h3>
      <LoadBar load={names.length / neuronCount} criticalLoad={criticalLoad} isBeyond={words.isBeyond} />
      <p className="gram-sentence" data-warning={words.isBeyond || undefined}>
        {words.isBeyond && <Icon name="warning" size={16} />}
        <span>{words.figure}</span>
      </p>
      <Disclosure title={`What the limit ${formatFixed(criticalLoad, 3)} is about`} isOpenAtFirst={words.isBeyond}>
        <p className="panel-words">{words.limit}</p>
        <p className="panel-words">{words.others}</p>
      </Disclosure>
    </div>
  )
}
