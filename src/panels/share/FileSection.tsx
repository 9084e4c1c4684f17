import { useId, useRef, useState } from 'react'
import { presets } from '../../experiment/presets/presets.ts'
import { documentFileName, documentSuffix, documentText } from '../../experiment/file/documentFile.ts'
import { openFile } from '../../store/opening/openWork.ts'
import { browserStorage } from '../../store/settings.ts'
import { useLab } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'

/** Saves the document as a file, and opens one. */
export function FileSection({ onClose }: { readonly onClose: () => void }) {
  const { store } = useLab()
  const pickerRef = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const id = useId()

  const save = () => {
    const { experiment, presetId } = store.getState()
    const title = presets.find((preset) => preset.id === presetId)?.title ?? ''
    const name = documentFileName(title)
    download(name, documentText(experiment))
    setWords(`Saved as ${name}.`)
  }
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const refusal = await openFile({ store, storage: browserStorage() }, file)
    if (refusal === null) onClose()
    else setWords(refusal)
  }

  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>File</h3>
      <p>The same as text that people can read. A file can also be dropped anywhere on the page, or pasted.</p>
      <div className="share-buttons">
        <IconButton label="Save as file" hasText onClick={save} />
        <IconButton label="Open a file…" hasText onClick={() => pickerRef.current?.click()} />
      </div>
      <input
        ref={pickerRef}
        type="file"
        accept={`.json,${documentSuffix},application/json`}
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

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  // Not at once: the browser has not begun to read it yet.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
