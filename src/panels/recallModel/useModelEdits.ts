import { useMemo } from 'react'
import type { RecallNetworkSettings, RecallSettings, RecallStart } from '../../experiment/recall/recallSettings.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useRecall } from '../../store/recall/useRecall.ts'
import { useLab } from '../../store/useLab.ts'

/** What can be set about the models. A slider's moves are one entry of the history. */
export interface ModelEdits {
  readonly edit: (label: string, patch: (recall: RecallSettings) => RecallSettings) => void
  readonly network: (label: string, patch: Partial<RecallNetworkSettings>) => void
  readonly noise: (label: string, patch: Partial<RecallSettings['noise']>) => void
  readonly integration: (label: string, patch: Partial<RecallSettings['integration']>) => void
  readonly start: (label: string, start: RecallStart) => void
  /** Another seed, and the run from its new beginning. */
  readonly seed: (seed: number) => void
}

export function useModelEdits(): ModelEdits {
  const { store } = useLab()
  const recall = useRecall()
  return useMemo(() => {
    const edit: ModelEdits['edit'] = (label, patch) => editRecall(store, patch, { label })
    const slide: ModelEdits['edit'] = (label, patch) => editRecall(store, patch, { label, gesture: label })
    const noise: ModelEdits['noise'] = (label, patch) =>
      slide(label, (settings) => ({ ...settings, noise: { ...settings.noise, ...patch } }))
    return {
      edit,
      noise,
      network: (label, patch) =>
        slide(label, (settings) => ({ ...settings, network: { ...settings.network, ...patch } })),
      integration: (label, patch) =>
        slide(label, (settings) => ({ ...settings, integration: { ...settings.integration, ...patch } })),
      start(label, start) {
        edit(label, (settings) => ({ ...settings, start }))
        recall.store.getState().reset()
      },
      seed(seed) {
        noise('Change the seed', { seed })
        recall.store.getState().reset()
      },
    }
  }, [store, recall])
}
