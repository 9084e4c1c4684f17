import { CameraMenu } from '../panels/CameraMenu.tsx'
import { withView } from '../panels/edits.ts'
import { KeyboardHelp } from '../panels/KeyboardHelp.tsx'
import { PresetPicker } from '../panels/PresetPicker.tsx'
import { useLab, useLabState } from '../store/useLab.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Logo } from './Logo.tsx'
import { views, type ViewId } from './routes.ts'
import { ThemeButton } from './ThemeButton.tsx'
import type { Layout } from './useMediaQuery.ts'
import './TopBar.css'

interface TopBarProps {
  readonly layout: Layout
  readonly view: ViewId
}

const pictures = [
  { value: 'surface', label: '3-D', tooltip: 'The landscape as a surface.' },
  { value: 'map', label: '2-D', tooltip: 'The same landscape as a contour map.' },
] as const

/** Name, views, presets on the left; how the landscape is shown on the right. */
export function TopBar({ layout, view }: TopBarProps) {
  const { store } = useLab()
  const picture = useLabState((state) => state.experiment.view.picture)
  const isWebglMissing = useLabState((state) => state.webgl === 'missing')
  const { edit, setFocused } = store.getState()
  const isPhone = layout === 'phone'
  return (
    <header className="top-bar" data-edge={isPhone ? undefined : 'top'}>
      <a className="wordmark" href={views[0].hash} aria-label="Memoryscape">
        <Logo />
        <span>Memoryscape</span>
      </a>
      <nav className="view-nav" aria-label="Views">
        {views.map(({ id, hash, title }) => (
          <a key={id} href={hash} aria-current={id === view ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <PresetPicker />
      <span className="top-bar-gap" />
      {!isWebglMissing && (
        <Segmented
          label="Picture"
          options={pictures}
          value={picture}
          onChange={(next) => edit(withView({ picture: next }))}
        />
      )}
      <CameraMenu />
      <ThemeButton />
      {!isPhone && (
        <>
          <KeyboardHelp />
          <IconButton
            icon="focus"
            label="Focus"
            tooltip="Hides everything but the landscape. Escape brings the panels back."
            onClick={() => setFocused(true)}
          />
        </>
      )}
    </header>
  )
}
