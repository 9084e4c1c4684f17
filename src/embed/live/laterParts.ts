import { loadScript, loadStyles } from '../loadPart.ts'
import { embedParts, type MountScene } from '../stage.ts'

// Chunks that few embeds need. A classic script cannot import another, so each leaves what it brings in `embedParts`.

function brought<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('A part of the page did not start.')
  return part
}

export async function loadScene(): Promise<MountScene> {
  if (import.meta.env.DEV) await import('../scene/scene.ts')
  else await Promise.all([loadScript('embed-scene.js'), loadStyles('embed-scene.css')])
  return brought(embedParts().mountScene)
}

export async function loadEngine() {
  if (import.meta.env.DEV) await import('../spare/engine.ts')
  else await loadScript('embed-engine.js')
  return brought(embedParts().createMainThreadPort)
}

export async function loadAnalysis() {
  if (import.meta.env.DEV) await import('../spare/analysis.ts')
  else await loadScript('embed-analysis.js')
  return brought(embedParts().analysis)
}
