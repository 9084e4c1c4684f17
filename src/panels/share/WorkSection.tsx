import { useId, useState } from 'react'
import { documentInPage } from '../../store/offline/documentInPage.ts'
import { workStorage } from '../../store/offline/workStorage.ts'
import { openEarlierWork, startAfresh } from '../../store/opening/openWork.ts'
import { useLab } from '../../store/useLab.ts'
import { earlierWorkKey, readWork } from '../../store/work.ts'
import { IconButton } from '../../ui/IconButton.tsx'

/** What is kept on this machine, and how to get away from it. */
export function WorkSection({ onClose }: { readonly onClose: () => void }) {
  const { store } = useLab()
  const [storage] = useState(() => workStorage())
  const [hasEarlier] = useState(() => readWork(storage, earlierWorkKey) !== null)
  const [words, setWords] = useState('')
  const id = useId()
  const opener = { store, storage }

  const bringBack = () => {
    const refusal = openEarlierWork(opener)
    if (refusal === null) onClose()
    else setWords(`It could not be brought back. ${refusal}`)
  }

  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>Your work</h3>
      <p>{storage === null ? blockedWords : keptWords()}</p>
      <div className="share-buttons">
        <IconButton
          label="Start afresh"
          hasText
          onClick={() => {
            startAfresh(opener)
            onClose()
          }}
        />
        {hasEarlier && <IconButton label="Bring back earlier work" hasText onClick={bringBack} />}
      </div>
      <p className="share-words" role="status">
        {words}
      </p>
    </section>
  )
}

const blockedWords = 'Nothing can be kept here: this browser blocks it. Save a file before you leave.'

/** How long the work lasts: in a page that was saved with a document, as long as its window. */
function keptWords(): string {
  return documentInPage(document) === null
    ? 'It is kept on this machine, and is there again when you come back.'
    : 'It lasts as long as this window: opened again, this page shows what was saved in it. Save before you close it.'
}
