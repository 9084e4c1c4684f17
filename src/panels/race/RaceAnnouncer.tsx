import { useEffect, useState } from 'react'
import { useRecall } from '../../store/recall/useRecall.ts'
import { useLab } from '../../store/useLab.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { memoryNames } from './memoryWords.ts'
import { verdictsNow } from './readLane.ts'
import { noVerdicts, verdictNews } from './verdictNews.ts'

/** Between two looks. A verdict is said when two looks agree, so this is also how long it must hold. */
const lookMs = 1000

/** Says what the lanes recall to those who listen: once a verdict holds, and not while all is moving. */
export function RaceAnnouncer() {
  const { store } = useLab()
  const { cell } = useRecall()
  const [words, setWords] = useState('')

  useEffect(() => {
    let timer = 0
    let memory = noVerdicts
    let version = -1
    const look = () => {
      timer = 0
      const { lanes, memories } = store.getState().experiment.recall
      const news = verdictNews(memory, verdictsNow(cell, lanes, memoryNames(memories)))
      memory = news.memory
      if (news.sentences.length > 0) setWords(news.sentences.join(' '))
      // Once more after the last frame: what came to rest then is seen twice too.
      if (cell.frameVersion !== version) plan()
      version = cell.frameVersion
    }
    const plan = () => {
      if (timer === 0) timer = window.setTimeout(look, lookMs)
    }
    const unsubscribe = cell.subscribe(plan)
    return () => {
      unsubscribe()
      window.clearTimeout(timer)
    }
  }, [store, cell])

  return <VisuallyHidden live="polite">{words}</VisuallyHidden>
}
