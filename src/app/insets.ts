/** How much of the picture each edge loses to panels, in CSS pixels. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export type Edge = keyof Insets

interface Box {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Panels must leave at least this share of the picture free in each direction, else the landscape ignores them. */
const leastFreeShare = 0.25

/** The insets of a picture whose edges are covered by panels. Each panel counts for the one edge that it is docked to. */
export function insetsOf(picture: Box, panels: readonly { readonly edge: Edge; readonly box: Box }[]): Insets {
  const insets = { top: 0, right: 0, bottom: 0, left: 0 }
  for (const { edge, box } of panels) {
    const covered = {
      top: box.bottom - picture.top,
      right: picture.right - box.left,
      bottom: picture.bottom - box.top,
      left: box.right - picture.left,
    }[edge]
    insets[edge] = Math.round(Math.max(insets[edge], covered, 0))
  }
  const width = picture.right - picture.left
  const height = picture.bottom - picture.top
  if (width - insets.left - insets.right < leastFreeShare * width) Object.assign(insets, { left: 0, right: 0 })
  if (height - insets.top - insets.bottom < leastFreeShare * height) Object.assign(insets, { top: 0, bottom: 0 })
  return insets
}

export function sameInsets(one: Insets, other: Insets): boolean {
  return one.top === other.top && one.right === other.right && one.bottom === other.bottom && one.left === other.left
}
