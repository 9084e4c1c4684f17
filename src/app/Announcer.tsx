import { useEffect, useState } from 'react'
import { regimeSentence } from '../panels/regimeSentence.ts'
import { verdictSentence } from '../plots/phase/ballVerdict.ts'
import { newArrivals, type KnownPlaces } from '../store/arrivals.ts'
import { useLab } from '../store/useLab.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { regimeName } from './regimeName.ts'

/** At most one announcement in this time: a screen reader must come to the end of a sentence. */
const restMs = 1000

/** Says to those who listen what the picture shows: a new regime, a ball that recalled a memory. */
export function Announcer() {
  const { store, cell } = useLab()
  const [words, setWords] = useState('')

  useEffect(() => {
    let timer = 0
    let places: KnownPlaces = new Map()
    let run = cell.runVersion
    let name = ''
    const look = () => {
      timer = 0
      if (cell.equilibria.length === 0) return
      const { experiment } = store.getState()
      if (cell.runVersion !== run) places = new Map()
      run = cell.runVersion
      // With noise no ball ever rests: what it recalls is a matter of where it is most of the time.
      const found = experiment.noise.strength > 0 ? null : newArrivals(cell.traces, cell.equilibria, places)
      places = found?.places ?? new Map()
      const nextName = regimeName(experiment, cell.equilibria)
      const regime = name === '' || nextName === name ? [] : [regimeSentence(experiment, cell.equilibria)]
      name = nextName
      const sentences = [...regime, ...(found?.arrivals ?? []).map(verdictSentence)]
      if (sentences.length > 0) setWords(sentences.join(' '))
    }
    const unsubscribe = cell.subscribe(() => {
      if (timer === 0) timer = window.setTimeout(look, restMs)
    })
    return () => {
      unsubscribe()
      window.clearTimeout(timer)
    }
  }, [store, cell])

  return <VisuallyHidden live="polite">{words}</VisuallyHidden>
}
