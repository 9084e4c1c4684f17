/** Why the map is shown where the picture in 3-D was asked for. */
export const mapReasons = {
  missing: 'This browser has no WebGL, so here is the map.',
  lost: 'The 3-D picture was interrupted; here is the map until it returns.',
} as const
