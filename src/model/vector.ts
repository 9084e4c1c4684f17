/** A dense vector of numbers: single precision where it crosses to the page, double precision in computations. */
export type Vector = Float32Array | Float64Array

/** A point or a vector of the two-neuron plane, or one value for each of its two memories. */
export type ReadonlyPair = readonly [number, number]
