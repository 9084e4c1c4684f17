import { useEffect, useRef, useState } from 'react'
import { frameCount } from '../../../../exports/video/framePlan.ts'
import { browserEnvironment } from '../../../../store/environment.ts'
import { documentFrom, presentStates } from '../../../../store/film/filmDocument.ts'
import type { Lab } from '../../../../store/lab.ts'
import type { PictureCapture } from '../../../../store/pictureLab.ts'
import { useLab } from '../../../../store/useLab.ts'
import { counted } from '../../counted.ts'
import { saveFile } from '../../saveFile.ts'
import { useFileName } from '../../useFileName.ts'
import { byteText } from './byteText.ts'
import { shapeOf, type FilmChoice } from './filmChoice.ts'
import { makeFilm } from './makeFilm.ts'
import { failureWords } from './takePicture.ts'

interface FilmMaking {
  /** Null while no film is being made. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** What came of the last one. */
  readonly words: string
  readonly make: (choice: FilmChoice) => Promise<void>
  readonly cancel: () => void
}

/** One film at a time, of the document as it is when it begins. It ends with the component. */
export function useFilm(capture: Pick<PictureCapture, 'openStudio'>): FilmMaking {
  const lab = useLab()
  const fileName = useFileName()
  const [progress, setProgress] = useState<FilmMaking['progress']>(null)
  const [words, setWords] = useState('')
  const controllerRef = useRef<AbortController | null>(null)
  const goOnRef = useRef<() => void>(() => {})
  useEffect(
    () => () => {
      controllerRef.current?.abort()
      // Now, and not when the film has noticed: the page may be about to show another view, in which the run rests.
      goOnRef.current()
    },
    [],
  )

  async function make(choice: FilmChoice) {
    const controller = new AbortController()
    controllerRef.current = controller
    const { experiment, selectedKey } = lab.store.getState()
    const { start, turn, path, hasLabels } = choice
    const { shape, scale } = shapeOf(choice)
    setWords('')
    setProgress({ done: 0, total: 1 })
    goOnRef.current = restRun(lab)
    try {
      const film = await makeFilm({
        wish: { shape, scale, hasLabels, turn, path },
        experiment: start === 'now' ? documentFrom(experiment, presentStates(lab.cell)) : experiment,
        selectedKey,
        capture,
        analysis: browserEnvironment().analysis,
        signal: controller.signal,
        onProgress: (done, total) => setProgress({ done, total }),
      })
      const name = `${fileName}.${shape.format}`
      saveFile(name, film)
      setWords(`Saved as ${name}: ${counted(frameCount(shape), 'frame')}, ${byteText(film.size)}.`)
    } catch (error) {
      setWords(controller.signal.aborted ? 'Cancelled: nothing was saved.' : failureWords(error))
    }
    goOnRef.current()
    controllerRef.current = null
    setProgress(null)
  }

  return { progress, words, make, cancel: () => controllerRef.current?.abort() }
}

/** The run of the page rests while its film is made: both would be slow. Returns what lets it go on where it was, once. */
function restRun(lab: Lab): () => void {
  let isResting = true
  lab.setOnScreen(false)
  return () => {
    if (isResting) lab.setOnScreen(true)
    isResting = false
  }
}
