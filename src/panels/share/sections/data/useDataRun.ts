import { useEffect, useRef, useState } from 'react'
import type { Results } from '../../../../engine/headless/run/results.ts'
import type { HeadlessEvent } from '../../../../engine/headless/run/protocol.ts'
import type { RunWish } from '../../../../engine/headless/run/wish.ts'
import { useLab } from '../../../../store/useLab.ts'
import { saveFile } from '../../saveFile.ts'
import { shownHeader } from '../../shownHeader.ts'
import { useFileName, useTitle } from '../../useFileName.ts'
import { nextTask } from '../film/breather.ts'
import { byteText } from '../film/byteText.ts'
import { dataFile, remarkWords, type Breathe, type DataFormat } from './dataFile.ts'

/** A piece of work leaves the page room within a frame. Milliseconds. */
const pieceMs = 8

/** Pauses for the page when it is due, and throws where nobody waits any more. */
function createBreather(isStopped: () => boolean): Breathe {
  let until = performance.now() + pieceMs
  const pause = async () => {
    await nextTask()
    until = performance.now() + pieceMs
  }
  return () => {
    if (performance.now() < until) return null
    if (isStopped()) throw new Error('stopped')
    return pause()
  }
}

/** A run under way, from 0 to 1; null where none is. */
export interface DataRun {
  readonly share: number | null
  /** What came of the last one. */
  readonly words: string
  readonly start: (wish: RunWish, format: DataFormat) => void
  readonly cancel: () => void
}

/** Runs the present document in the background and saves what comes of it. A run ends with the dialog. */
export function useDataRun(viewHash: string): DataRun {
  const { store } = useLab()
  const title = useTitle()
  const fileName = useFileName()
  const [share, setShare] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const stopRef = useRef<(() => void) | null>(null)
  useEffect(() => () => stopRef.current?.(), [])

  const end = (sentence: string) => {
    stopRef.current = null
    setShare(null)
    setWords(sentence)
  }

  const start = (wish: RunWish, format: DataFormat) => {
    const { experiment } = store.getState()
    const header = shownHeader(store.getState(), title, viewHash)
    let isStopped = false
    stopRef.current = () => (isStopped = true)
    setShare(0)
    setWords('')
    const save = async (results: Results) => {
      stopRef.current = () => (isStopped = true)
      const file = await dataFile(
        `${fileName}-data`,
        header,
        results,
        format,
        createBreather(() => isStopped),
      )
      if (isStopped) return
      const remarks = remarkWords(results)
      if (file === null) return end(`Nothing was saved. ${remarks}`)
      saveFile(file.name, file.data)
      end(`Saved as ${file.name}, ${byteText(file.data.size)}. ${remarks}`)
    }
    const hear = (event: HeadlessEvent) => {
      if (event.kind === 'progress') return setShare(event.progress.share)
      if (event.kind === 'failed') return end(event.sentence)
      setShare(1)
      save(event.results).catch(() => isStopped || end('The file could not be made: it is too large for this browser.'))
    }
    const begin = async () => {
      const { runInBackground } = await import('../../../../engine/headless/runInBackground.ts')
      if (!isStopped) stopRef.current = runInBackground(experiment, wish, hear)
    }
    begin().catch(() =>
      end('This part of the page could not be fetched. Check the connection, and load the page again.'),
    )
  }

  return {
    share,
    words,
    start,
    cancel() {
      stopRef.current?.()
      end('Cancelled: nothing was saved.')
    },
  }
}
