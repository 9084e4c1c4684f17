import { useId, useRef, useState } from 'react'
import { documentFileName, documentSuffix } from '../../experiment/file/documentFile.ts'
import { workStorage } from '../../store/offline/workStorage.ts'
import { openFile } from '../../store/opening/openWork.ts'
import { selectDocumentText } from '../../store/readOnly.ts'
import { useLab } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { saveFile } from './saveFile.ts'
import { useTitle } from './useFileName.ts'

/** Saves the document as a file, and opens one. */
export function FileSection({ onClose }: { readonly onClose: () => void }) {
  const { store } = useLab()
  const title = useTitle()
  const pickerRef = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const id = useId()

  const save = () => {
    const text = selectDocumentText(store.getState())
    const name = documentFileName(title)
    saveFile(name, new Blob([text], { type: 'application/json' }))
    setWords(`Saved as ${name}.`)
  }
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const refusal = await openFile({ store, storage: workStorage() }, file)
    if (refusal === null) onClose()
    else setWords(refusal)
  }

  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>File</h3>
      <p>
        The experiment as text that people can read. Open a file here, drop it anywhere on the page, or paste it: a
        picture (PNG, SVG) that was saved here works as well.
      </p>
      <div className="share-buttons">
        <IconButton label="Save as file" hasText tone="main" onClick={save} />
        <IconButton label="Open a file…" hasText onClick={() => pickerRef.current?.click()} />
      </div>
      <input
        ref={pickerRef}
        type="file"
        accept={`.json,${documentSuffix},application/json,.png,.svg`}
        aria-label="File to open"
        hidden
        onChange={(event) => {
          void open(event.target.files?.[0])
          // So that the same file can be chosen once more.
          event.target.value = ''
        }}
      />
      <p className="share-words" role="status">
        {words}
      </p>
    </section>
  )
}
