import { createRoot } from 'react-dom/client'
import { createLab } from '../store/createLab.ts'
import { App } from './App.tsx'
import './fonts.css'
import './tokens.css'
import './page.css'

// First of all: the engine computes the first landscape while React is still getting ready.
const lab = createLab()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App lab={lab} />)
