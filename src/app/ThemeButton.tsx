import { useLab, useLabState } from '../store/useLab.ts'
import { IconButton } from '../ui/IconButton.tsx'

const themes = {
  system: { icon: 'auto', words: 'as the system', next: 'light' },
  light: { icon: 'sun', words: 'light', next: 'dark' },
  dark: { icon: 'moon', words: 'dark', next: 'system' },
} as const

/** Goes round the three themes: the system's, light, dark. */
export function ThemeButton() {
  const { store } = useLab()
  const theme = useLabState((state) => state.theme)
  const { icon, words, next } = themes[theme]
  return (
    <IconButton
      icon={icon}
      label={`Theme: ${words}`}
      tooltip={`Paper and ink by day, a luminous landscape by night. Press for: ${themes[next].words}.`}
      onClick={() => store.getState().setTheme(next)}
    />
  )
}
