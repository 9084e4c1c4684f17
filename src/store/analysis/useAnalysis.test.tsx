// oxlint-disable-next-line no-restricted-imports -- the test renders to text; the store itself knows no DOM
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createMainThreadPort } from '../../engine/mainThreadPort.ts'
import { createLab } from '../createLab.ts'
import { LabProvider } from '../LabProvider.tsx'
import { useAnalysis, useWanted } from './useAnalysis.ts'

function Shares() {
  useWanted('basins')
  const count = useAnalysis((cell) => cell.basins?.fractions.length ?? null)
  return <p>{count === null ? 'not yet' : `${count} basins`}</p>
}

test('a component reads the analysis of its lab', async () => {
  const createPort = () => ({ post: () => {}, listen: () => {}, close: () => {} })
  const lab = createLab({
    columns: 9,
    isPlaying: false,
    environment: {
      createPort: () => null,
      createFallbackPort: () => createMainThreadPort(),
      analysis: { createPort, createFallbackPort: createPort },
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
      <Shares />
    </LabProvider>,
  )
  expect(html).toBe('<p>not yet</p>')
  const release = lab.analysis.want('basins')
  expect([...lab.analysis.cell.underWay]).toEqual(['basins'])
  release()
  expect(lab.analysis.cell.underWay.size).toBe(0)
  lab.dispose()
})
