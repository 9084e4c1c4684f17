import { useEffect, useState } from 'react'
import type { ScenePalette } from '../scene/palette.ts'
import { energyColours } from '../ui/energyColours.ts'
import { readTokens, watchTokens } from '../ui/readTokens.ts'

function readPalette(): ScenePalette {
  const root = document.documentElement
  const { paper, ink, inkSoft, hairline, memory1, memory2, stable, unstable, ball, accent } = readTokens(root)
  const isDark = getComputedStyle(root).colorScheme === 'dark'
  const colours = { paper, ink, inkSoft, hairline, memory1, memory2, stable, unstable, ball, accent }
  return { isDark, ...colours, energyColours }
}

/** The colours of the present theme for the picture. A new object only when the theme changes. */
export function usePalette(): ScenePalette {
  const [palette, setPalette] = useState(readPalette)
  useEffect(() => watchTokens(() => setPalette(readPalette())), [])
  return palette
}
