import type { Experiment, LayerSettings } from '../experiment/experiment.ts'
import type { DescribedEdit } from './describeEdit.ts'
import { keysDiffering } from './keysDiffering.ts'

const layerNames: Readonly<Record<keyof LayerSettings, string>> = {
  contours: 'the contours',
  trails: 'the trails',
  labels: 'the labels',
  equilibria: 'the equilibria',
}

const pictureNames: Readonly<Record<Experiment['view']['picture'], string>> = {
  surface: 'Show the surface',
  map: 'Show the map',
}

const step = (label: string): DescribedEdit => ({ label, gesture: null, gestureMs: 0 })

/** An edit of nothing but how things are looked at, in words. Turning and zooming go on as one step until something else is done. */
export function describeViewEdit(before: Experiment, next: Experiment): DescribedEdit {
  const view = keysDiffering(before.view, next.view)
  const slice = keysDiffering(before.recall.slice, next.recall.slice)
  const [part] = [...view, ...slice]
  if (view.length + slice.length !== 1 || part === undefined) return step('Change the view')
  switch (part) {
    case 'camera': {
      const gesture = view.length === 1 ? 'camera' : 'camera of the slice'
      return { label: 'Turn the view', gesture, gestureMs: Infinity }
    }
    case 'picture':
      return step(pictureNames[view.length === 1 ? next.view.picture : next.recall.slice.picture])
    case 'layers':
      return step(layerLabel(before.view.layers, next.view.layers))
    case 'phase':
    case 'memories':
    case 'lane':
      return step('Change the view')
    default:
      return part satisfies never
  }
}

function layerLabel(before: LayerSettings, next: LayerSettings): string {
  const [layer, ...others] = keysDiffering(before, next)
  if (layer === undefined || others.length > 0) return 'Change the layers'
  return `${next[layer] ? 'Show' : 'Hide'} ${layerNames[layer]}`
}
