/** What the Landscape view shows beyond the surface: flow, curves, basins, noise, diagrams. A part of the document (`view.phase`). */
export interface PhaseSettings extends PhaseLayers {
  /** What the height of the picture is: the energy, or the stationary density of the noise. */
  readonly ground: 'energy' | 'density'
  /** What the colour of the ground says: its height, which memory each start recalls, or the stationary density. */
  readonly tint: 'height' | 'basins' | 'density'
  readonly diagram: DiagramSettings
}

/** Layers that are on or off. */
export interface PhaseLayers {
  /** Arrows of f. */
  readonly flow: boolean
  /** Arrows of −∇E, to compare with those of f. */
  readonly descent: boolean
  readonly nullclines: boolean
  /** Stable and unstable manifolds of the saddles. */
  readonly separatrices: boolean
  /** Eigenvectors of the selected equilibrium. */
  readonly directions: boolean
  /** The cloud of particles. */
  readonly cloud: boolean
}

/** Which bifurcation diagram. */
export interface DiagramSettings {
  /** 'path': saliencies along `path`; 'gain': the gain from `ranges.gain`; 'input': a classic network's current from none to `path[1]` and beyond. */
  readonly along: 'path' | 'gain' | 'input'
  /** Ends of the straight path in the plane (α₁, α₂). */
  readonly path: readonly [readonly [number, number], readonly [number, number]]
  /** What is drawn upwards. */
  readonly show: 'overlap-1' | 'overlap-2' | 'energy'
}
