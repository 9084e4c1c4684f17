import { createRoot } from 'react-dom/client'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { startAutosave } from '../store/autosave.ts'
import { createLab } from '../store/createLab.ts'
import { browserEnvironment } from '../store/environment.ts'
import { matchingPreset } from '../store/matchingPreset.ts'
import { sessionStorageHere } from '../store/offline/documentInPage.ts'
import { startPageOffline } from '../store/offline/pageOffline.ts'
import { startingWork } from '../store/offline/startingWork.ts'
import { openNewer } from '../store/opening/openNewer.ts'
import { browserStorage } from '../store/settings.ts'
import { App } from './App.tsx'
import { hasLink, listenForOpenings, openAddress } from './openings.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import './sizeClasses.css'
import './page.css'

/** On a phone held upright the landscape has more height than width: looked at more steeply, it fills it. */
const uprightElevation = 0.95
const isUpright = window.matchMedia('(max-width: 699px) and (orientation: portrait)').matches
const { view } = defaultExperiment
const camera = isUpright ? { ...view.camera, elevation: uprightElevation } : view.camera

// First of all: the engine computes the first landscape while React is still getting ready.
const resumed = startingWork(document, browserStorage(), sessionStorageHere())
const experiment = resumed.experiment ?? { ...defaultExperiment, view: { ...view, camera } }
const lab = createLab({ experiment, presetId: resumed.experiment && matchingPreset(experiment) })

const opener = { store: lab.store, storage: resumed.storage }
const isNewerOpen =
  resumed.newer !== undefined && openNewer({ ...opener, newer: resumed.newer, label: 'Open your last work' })
if (resumed.notice !== null && !isNewerOpen) lab.store.getState().notify({ tone: 'warning', text: resumed.notice })
listenForOpenings(opener)
startAutosave({ ...browserEnvironment(), store: lab.store, storage: resumed.storage })
startPageOffline(lab.store)

const render = () => {
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<App lab={lab} />)
}
/** What a link holds is the first thing to be seen; but where its code is long in coming, the page shows what it has, and the link opens when it can. */
const longestWaitMs = 800
if (hasLink()) void Promise.race([openAddress(opener), waitMs(longestWaitMs)]).then(render)
else render()

function waitMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
