/**
 * The document of Memoryscape: one entry for scripts that make, read or link documents (`memoryscape/document`). What comes from outside goes
 * through a `parse…` function, which never throws: it gives a document, or a sentence that says why not.
 */
export { defaultExperiment } from './defaultExperiment.ts'
export { inputOf, systemOf } from './derive.ts'
export type {
  Ball,
  CameraSettings,
  CloudNoiseSettings,
  Experiment,
  InputSettings,
  IntegrationSettings,
  LayerSettings,
  ModelSettings,
  NoiseSettings,
  PlaybackSettings,
  ViewSettings,
} from './experiment.ts'
export { documentFileName, documentText, parseDocument } from './file/documentFile.ts'
export { encodeLink, parseLink } from './link/link.ts'
export { linkFragment } from './link/linkText.ts'
export type { DiagramSettings, PhaseLayers, PhaseSettings } from './phaseSettings.ts'
export type { Preset } from './presets/preset.ts'
export { presets } from './presets/presets.ts'
export { maximumBalls, ranges, type Range } from './ranges.ts'
export { recallPresets } from './recall/recallPresets.ts'
export { decodeBits, decodeTrits, encodeBits, encodeTrits } from './recall/pixelCode.ts'
export { recallRanges } from './recall/recallRanges.ts'
export type * from './recall/recallSettings.ts'
export { parseExperiment, type ParsedExperiment } from './schema.ts'
