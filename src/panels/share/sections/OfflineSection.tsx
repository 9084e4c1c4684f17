import { useId, useState, useSyncExternalStore } from 'react'
import { pageWithDocument } from '../../../store/offline/documentInPage.ts'
import type { OfflineState } from '../../../store/offline/offlineApp.ts'
import { isOneFile, pageOffline } from '../../../store/offline/pageOffline.ts'
import { selectDocumentText } from '../../../store/readOnly.ts'
import { useLab } from '../../../store/useLab.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { saveFile } from '../saveFile.ts'
import { useFileName } from '../useFileName.ts'
import type { SectionProps } from './sectionProps.ts'

const oneFileAddress = './memoryscape.html'

const keptWords: Readonly<Record<OfflineState['kept'], string>> = {
  all: 'This page is kept on this machine: it opens without a network.',
  'not yet': 'This page is being kept on this machine, so that it will open without a network.',
  never: 'This browser does not keep the page here, so it needs the network each time.',
}
const inOneFileWords =
  'This is Memoryscape in one file: it needs no network. To take along what you have now, save it as a file and open that here; the site where this file came from makes a new one.'

/** Memoryscape to take along: as an app of this machine, and as one file with the present document in it. */
export function OfflineSection(_props: SectionProps) {
  const id = useId()
  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>Without a network</h3>
      {isOneFile() ? <p>{inOneFileWords}</p> : <OfflineOffers />}
    </section>
  )
}

function OfflineOffers() {
  const { store } = useLab()
  const app = pageOffline()
  const { kept, hasUpdate, canInstall } = useSyncExternalStore(app.subscribe, app.getState)
  const name = `${useFileName()}.html`
  const [isBusy, setBusy] = useState(false)
  const [words, setWords] = useState('')

  const download = async () => {
    setBusy(true)
    setWords('Fetching the file…')
    const page = await fetchOneFile()
    setBusy(false)
    if (!page.ok) return setWords(page.sentence)
    const html = pageWithDocument(page.html, selectDocumentText(store.getState()))
    if (html === null) return setWords(notOfferedSentence)
    saveFile(name, new Blob([html], { type: 'text/html' }))
    setWords(`Saved as ${name}. It opens with what you see now.`)
  }

  return (
    <>
      <p>{keptWords[kept]} One file holds all of Memoryscape and this experiment, and opens from a disk.</p>
      <div className="share-buttons">
        <IconButton label="Save as one file" hasText isDisabled={isBusy} onClick={() => void download()} />
        {canInstall && <IconButton label="Install as an app" hasText onClick={app.install} />}
        {hasUpdate && <IconButton label="Load the newer version" hasText onClick={app.loadUpdate} />}
      </div>
      <p className="share-words" role="status">
        {words}
      </p>
    </>
  )
}

const notFetchedSentence =
  'The file could not be fetched: it is not kept on this machine, and there is no network now. All else works.'
const notOfferedSentence = 'This site does not offer Memoryscape as one file.'

type FetchedPage = { readonly ok: true; readonly html: string } | { readonly ok: false; readonly sentence: string }

async function fetchOneFile(): Promise<FetchedPage> {
  try {
    const response = await fetch(oneFileAddress, { cache: 'no-cache' })
    return response.ok ? { ok: true, html: await response.text() } : { ok: false, sentence: notOfferedSentence }
  } catch {
    return { ok: false, sentence: notFetchedSentence }
  }
}
