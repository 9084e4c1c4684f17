import { useEffect, useRef, useState } from 'react'
import { patternsInForce } from '../../experiment/recall/deriveRecall.ts'
import { useLabState } from '../../store/useLab.ts'
import { makeBankGram, type BankGram } from './bankGram.ts'

/** So long after the last stroke: while a person draws, the time belongs to the drawing. */
const restMs = 120

/** Overlaps of the memories in force; null at first. Computed when the memories have come to rest, outside of any render. */
export function useBankGram(): BankGram | null {
  const memories = useLabState((state) => state.experiment.recall.memories)
  const size = useLabState((state) => state.experiment.recall.size)
  const [found, setFound] = useState<BankGram | null>(null)
  const isFirstRef = useRef(true)
  useEffect(() => {
    // Two tasks, so that neither keeps the page from a frame: the drawings as patterns, then all their pairs.
    let timer = window.setTimeout(
      () => {
        isFirstRef.current = false
        patternsInForce({ memories, size })
        timer = window.setTimeout(() => setFound(makeBankGram({ memories, size })), 0)
      },
      isFirstRef.current ? 0 : restMs,
    )
    return () => window.clearTimeout(timer)
  }, [memories, size])
  return found
}
