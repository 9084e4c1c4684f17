import { useEffect, useRef, useState } from 'react'
import type { ReadonlyPair } from '../model/vector.ts'
import { crossedBorders } from './regimeBorders.ts'
import type { BorderId } from './regimeBorders.ts'

/** How long a crossed border stays lit. */
const flashMs = 600

interface Flash {
  readonly ids: readonly BorderId[]
  /** New for every crossing, so that the animation of a border crossed twice starts again. */
  readonly stamp: number
}

const dark: Flash = { ids: [], stamp: 0 }

/** The borders that the dot has just crossed. */
export function useBorderFlash(saliency: ReadonlyPair, gain: number, hasRegimes: boolean): Flash {
  const [flash, setFlash] = useState<Flash>(dark)
  const lastRef = useRef({ saliency, gain })

  useEffect(() => {
    const last = lastRef.current
    lastRef.current = { saliency, gain }
    if (!hasRegimes || last.gain !== gain) return
    const ids = crossedBorders(last.saliency, saliency, gain)
    if (ids.length > 0) setFlash(({ stamp }) => ({ ids, stamp: stamp + 1 }))
  }, [saliency, gain, hasRegimes])

  useEffect(() => {
    if (flash.ids.length === 0) return
    const timer = window.setTimeout(() => setFlash(({ stamp }) => ({ ids: [], stamp })), flashMs)
    return () => window.clearTimeout(timer)
  }, [flash])

  return flash
}
