// oxlint-disable-next-line no-restricted-imports -- the test renders to text; the store itself knows no DOM
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createMainThreadPort } from '../engine/mainThreadPort.ts'
import { createLab } from './createLab.ts'
import { LabProvider } from './LabProvider.tsx'
import { useCell } from './useCell.ts'
import { useLabState } from './useLab.ts'

/** The analysis must not even be fetched where nobody wants anything of it. */
const never = (): never => {
  throw new Error('Nobody wants an analysis here.')
}

function Words() {
  const speed = useLabState((state) => state.experiment.playback.speed)
  const count = useCell((cell) => cell.equilibria.length)
  return <p>{`speed ${speed}, ${count} equilibria`}</p>
}

test('components inside read the lab', async () => {
  const lab = createLab({
    columns: 9,
    environment: {
      createPort: () => null,
      createFallbackPort: () => createMainThreadPort(),
      analysis: { createPort: never, createFallbackPort: never },
      timers: { now: () => 0, after: () => () => {} },
      frames: { request: () => 0, cancel: () => {} },
      page: { isVisible: () => true, subscribe: () => () => {} },
      storage: null,
      prefersReducedMotion: () => false,
    },
  })
  await lab.ready
  const html = renderToStaticMarkup(
    <LabProvider lab={lab}>
      <Words />
    </LabProvider>,
  )
  expect(html).toBe('<p>speed 1, 9 equilibria</p>')
})

test('outside a provider a component says what it needs', () => {
  expect(() => renderToStaticMarkup(<Words />)).toThrow('This component needs a LabProvider around it.')
})
