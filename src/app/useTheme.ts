import { useEffect } from 'react'
import { useLabState } from '../store/useLab.ts'

/** Writes the chosen theme on the page; without a choice the system decides. */
export function useTheme(): void {
  const theme = useLabState((state) => state.theme)
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme])
}
