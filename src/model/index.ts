/**
 * The mathematics of Memoryscape: one entry for notebooks, scripts and the rest of the project.
 *
 * Pure functions, double precision, no browser needed. Symbols are those of Betteti, Baggio, Bullo & Zampieri, "Input-driven dynamics
 * for robust memory retrieval in Hopfield networks", Science Advances 11 (2025).
 */
export * from './activation.ts'
export * from './contours.ts'
export * from './equilibria.ts'
export * from './equilibriumNames.ts'
export * from './integrators.ts'
export * from './landscape.ts'
export * from './memory.ts'
export * from './network.ts'
export * from './patterns.ts'
export * from './random.ts'
export * from './regime.ts'
export * from './saliency.ts'
export * from './twoNeurons.ts'
export * from './vector.ts'
export * from './viewScale.ts'
export * from './weights.ts'
