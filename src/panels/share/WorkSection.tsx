import { useId, useState } from 'react'
import { documentInPage } from '../../store/offline/documentInPage.ts'
import { workStorage } from '../../store/offline/workStorage.ts'
import { openEarlierWork, startAfresh } from '../../store/opening/openWork.ts'
import { useLab } from '../../store/useLab.ts'
import { earlierWorks } from '../../store/work.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { earlierWorkWords } from './earlierWorkWords.ts'

/** What is kept on this machine, and how to get away from it. */
export function WorkSection({ onClose }: { readonly onClose: () => void }) {
  const { store } = useLab()
  const [storage] = useState(() => workStorage())
  const [[newest, ...older]] = useState(() => earlierWorks(storage))
  const [words, setWords] = useState('')
  const id = useId()
  const opener = { store, storage }

  const bringBack = (text: string) => {
    const refusal = openEarlierWork(opener, text)
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
        {newest !== undefined && (
          <IconButton label="Bring back earlier work" hasText onClick={() => bringBack(newest)} />
        )}
      </div>
      {older.length > 0 && <OlderWorks texts={older} onChoose={bringBack} />}
      <p className="share-words" role="status">
        {words}
      </p>
    </section>
  )
}

interface OlderWorksProps {
  /** Newest first. */
  readonly texts: readonly string[]
  readonly onChoose: (text: string) => void
}

/** What was put aside before the last time. */
function OlderWorks({ texts, onChoose }: OlderWorksProps) {
  return (
    <Disclosure title="What you had before that">
      <ol className="share-older">
        {texts.map((text) => (
          <li key={text}>
            <IconButton label={earlierWorkWords(text)} hasText onClick={() => onChoose(text)} />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

const blockedWords = 'Nothing can be kept here: this browser blocks it. Save a file before you leave.'

/** How long the work lasts: in a page that was saved with a document, as long as its window. */
function keptWords(): string {
  return documentInPage(document) === null
    ? 'It is kept on this machine, and is there again when you come back.'
    : 'It lasts as long as this window: opened again, this page shows what was saved in it. Save before you close it.'
}
