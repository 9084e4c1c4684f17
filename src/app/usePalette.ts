import { useEffect, useMemo, useState } from 'react'
import type { ScenePalette } from '../scene/palette.ts'
import { densityColours } from '../ui/densityColours.ts'
import { energyColours } from '../ui/energyColours.ts'
import { readTokens, watchTokens } from '../ui/readTokens.ts'

type ThemeColours = Omit<ScenePalette, 'memory1' | 'memory2'> & { readonly memories: readonly string[] }

function readColours(): ThemeColours {
  const root = document.documentElement
  const { isDark, paper, ink, inkSoft, hairline, memories, stable, unstable, ball, accent } = readTokens(root)
  const tables = { energyColours, densityColours: densityColours(isDark) }
  return { isDark, paper, ink, inkSoft, hairline, memories, stable, unstable, ball, accent, ...tables }
}

const sameColours = (one: ThemeColours, other: ThemeColours) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The colours of the present theme for a picture of two memories, whose colours are `first` and `second` of the theme's, from 0. A new object only when one
 * of these changes.
 */
export function usePalette(first = 0, second = 1): ScenePalette {
  const [colours, setColours] = useState(readColours)
  useEffect(() => {
    const renew = () =>
      setColours((last) => {
        const next = readColours()
        return sameColours(last, next) ? last : next
      })
    // The theme may have changed while this view was hidden.
    renew()
    return watchTokens(renew)
  }, [])
  return useMemo(() => {
    const { memories, ...rest } = colours
    return { ...rest, memory1: memories[first], memory2: memories[second] }
  }, [colours, first, second])
}
