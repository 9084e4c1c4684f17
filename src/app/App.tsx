import type { Lab } from '../store/lab.ts'
import { LabProvider } from '../store/LabProvider.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Shell } from './Shell.tsx'

/** The whole page around one lab. */
export function App({ lab }: { readonly lab: Lab }) {
  return (
    <ErrorBoundary what="The page">
      <LabProvider lab={lab}>
        <Shell />
      </LabProvider>
    </ErrorBoundary>
  )
}
