import { createRoot } from 'react-dom/client'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { createLab } from '../store/createLab.ts'
import { App } from './App.tsx'
import './fonts.css'
import './tokens.css'
import './page.css'

/** On a phone held upright the landscape has more height than width: looked at more steeply, it fills it. */
const uprightElevation = 0.95
const isUpright = window.matchMedia('(max-width: 699px) and (orientation: portrait)').matches
const { view } = defaultExperiment
const camera = isUpright ? { ...view.camera, elevation: uprightElevation } : view.camera

// First of all: the engine computes the first landscape while React is still getting ready.
const lab = createLab({ experiment: { ...defaultExperiment, view: { ...view, camera } } })

const root = document.getElementById('root')
if (root) createRoot(root).render(<App lab={lab} />)
