/**
 * The mathematics of Memoryscape: one entry for notebooks, scripts and the rest of the project (`memoryscape/model`).
 *
 * Pure functions, double precision, no browser needed. Symbols are those of Betteti, Baggio, Bullo & Zampieri, "Input-driven dynamics
 * for robust memory retrieval in Hopfield networks", Science Advances 11 (2025). Curves, basins and densities of two neurons are in an
 * entry of their own, `src/kernel/phase/index.ts`.
 */

// The network: f, E and m of any number of neurons.
export { activation, activationIntegral, activationSlope } from './activation.ts'
export {
  energy,
  energyGradientInto,
  makeNetworkScratch,
  overlapsInto,
  vectorFieldInto,
  type Network,
  type NetworkScratch,
} from './network.ts'
export { inputInto, inputOfPair, saliencyInto, saliencyOfPair } from './saliency.ts'
export type { ReadonlyPair, Vector } from './vector.ts'
export { applyWeightsInto, type Weights } from './weights.ts'

// Memories: making them, and what holds for them in closed form.
export { addNoiseInto, flipInto, occludeInto, type PictureOcclusion } from './corruption.ts'
export { correlatedPatterns, hadamardPatterns, orthogonalCount, randomPatterns } from './generators.ts'
export {
  decorrelatedSaliencyInto,
  gramInto,
  gramOf,
  inverseGram,
  inverseGramOf,
  packPatterns,
  pseudoInverseCouplingsInto,
  strongestCorrelation,
  type InverseGram,
  type PackedPatterns,
} from './gram.ts'
export { criticalSaliency, existenceSaliency, memoryAmplitude, memoryEigenvalue, memoryEnergy } from './memory.ts'
export { makePatterns, pairPatterns, type Patterns } from './patterns.ts'
export { resamplePixels } from './resample.ts'
export { soleValley } from './soleValley.ts'
export { thresholdsOf, type ThresholdFacts, type Thresholds } from './thresholds.ts'

// Two neurons: the energy landscape, its equilibria and its regime.
export { contourSegments, isMajorLevel, levelStep, niceLevels, type ContourLine } from './contours.ts'
export { findEquilibria, indexSum, type Equilibrium, type Stability } from './equilibria.ts'
export { nameEquilibria, type EquilibriumName, type NamedEquilibrium } from './equilibriumNames.ts'
export {
  bilinear,
  heightAt,
  makeLandscape,
  sampleLandscapeInto,
  sampleSeparableInto,
  type EnergyAxis,
  type Landscape,
  type SeparableEnergy,
} from './landscape.ts'
export { bordersNear, regime, type Border, type Regime } from './regime.ts'
export {
  crossWeight,
  pairEigenvalues,
  pairEnergy,
  pairEnergyGradientInto,
  pairFieldInto,
  pairOverlaps,
  selfWeight,
  type TwoNeuronSystem,
} from './twoNeurons.ts'

// Runs: steps in time with and without noise, random numbers, and what was recalled.
export { createStepper, fieldLipschitz, stabilityLimit, type Field, type Scheme, type Step } from './integrators.ts'
export { createRandom, type RandomSource } from './random.ts'
export {
  judge,
  LARGEST_MIXTURE,
  MIXTURE_LEAN,
  MIXTURE_SHARE,
  NOTHING_ACTIVITY,
  NOTHING_OVERLAP_IN_NOISE,
  RECALL_HYSTERESIS,
  RECALLED_OVERLAP_IN_NOISE,
  RECALLED_SHARE,
  type Evidence,
  type Verdict,
} from './verdict.ts'

// The slice of a large network's landscape through two memories.
export { columnCodes, expandInto, reduceInto, selfCouplingsInto, type ColumnCodes } from './columnCodes.ts'
export {
  isInPlus,
  makeSlice,
  projectOntoSlice,
  sampleSliceInto,
  sliceEnergy,
  sliceGradientInto,
  sliceView,
  type Slice,
  type SliceNetwork,
  type SliceProjection,
} from './slice.ts'
export { findSliceEquilibria, type SliceEquilibrium } from './sliceEquilibria.ts'

// Binary neurons (1982).
export { criticalLoad, errorFunction, retrievalOverlap } from './binary/capacity.ts'
export { binaryEnergy, localField, sweep, updateTogether, type BinaryState } from './binary/dynamics.ts'
export { randomState, settle, unlearn } from './binary/unlearning.ts'
export { hebbWeights, pseudoInverseWeights, storkeyWeights, type BinaryWeights } from './binary/weights.ts'
