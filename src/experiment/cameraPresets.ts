/** A place for the camera: angles in radians, and a distance at which 3 fits the whole landscape in the free area. */
export interface CameraPlace {
  readonly azimuth: number
  readonly elevation: number
  readonly distance: number
}

/**
 * The standard places. Azimuth 0 stands at negative x2 and looks along x2, so that the top view has x1 to the right and
 * x2 upwards. "Along memory" stands on the negative side of the pattern and looks along it.
 */
export const cameraPresets = {
  top: { azimuth: 0, elevation: Math.PI / 2, distance: 3 },
  oblique: { azimuth: 0.5, elevation: 0.64, distance: 3 },
  alongMemory1: { azimuth: -Math.PI / 4, elevation: 0.34, distance: 3 },
  alongMemory2: { azimuth: Math.PI / 4, elevation: 0.34, distance: 3 },
} as const satisfies Record<string, CameraPlace>

export type CameraPresetName = keyof typeof cameraPresets
