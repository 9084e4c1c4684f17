import type { Experiment } from '../../experiment/experiment.ts'
import { contourSegments, niceLevels, type ContourLine } from '../../model/contours.ts'
import type { Landscape } from '../../model/landscape.ts'
import type { ViewScale } from '../../model/viewScale.ts'
import type { FrameCell } from '../frameCell.ts'
import type { AnalysisCell } from './analysis.ts'
import { densityLandscape } from './densityLandscape.ts'

/** Air above the highest point of the density. Share of the peak. No unit. */
const headroom = 0.02
/** Contour lines of the density, about. */
const contourCount = 12

/** The cell of a picture whose ground is the energy, or the density while the document asks for it and there is one. */
export interface GroundCell {
  readonly cell: FrameCell
  /** What the heights are now. */
  readonly quantity: () => 'energy' | 'density'
}

/** The density as the ground of a picture. */
interface DensityGround {
  readonly landscape: Landscape
  readonly view: ViewScale
  readonly contours: readonly ContourLine[] | null
}

/** All but the ground is read from `cell`, whose own landscape stays the energy. */
export function createGroundCell(cell: FrameCell, analysis: AnalysisCell, experiment: () => Experiment): GroundCell {
  let ground: DensityGround | null = null
  let groundKey = ''
  /** Grounds made so far, and changes back to the energy: with those of the energy they count the versions. */
  let changes = 0

  function quantity(): 'energy' | 'density' {
    const { view, noise } = experiment()
    const isDensity = view.phase.ground === 'density' && noise.strength > 0
    return isDensity && analysis.density !== null && cell.landscape !== null ? 'density' : 'energy'
  }

  /** The density as ground, made when it is first read; null for the energy. */
  function newest(): DensityGround | null {
    const { density, densityVersion } = analysis
    const { landscape, contours } = cell
    if (density === null || landscape === null || quantity() === 'energy') {
      if (ground !== null) changes++
      ground = null
      groundKey = ''
      return null
    }
    const { extent, columns } = landscape
    const key = [densityVersion, extent, columns, contours !== null].join()
    if (ground === null || key !== groundKey) {
      ground = makeGround(densityLandscape(density, extent, columns), density.peak, contours !== null)
      groundKey = key
      changes++
    }
    return ground
  }

  return {
    quantity,
    cell: {
      get landscape() {
        return newest()?.landscape ?? cell.landscape
      },
      get view() {
        return newest()?.view ?? cell.view
      },
      get contours() {
        const own = newest()
        return own === null ? cell.contours : own.contours
      },
      get landscapeVersion() {
        newest()
        return cell.landscapeVersion + changes
      },
      get system() {
        return cell.system
      },
      get equilibria() {
        return cell.equilibria
      },
      get curves() {
        return cell.curves
      },
      get cloud() {
        return cell.cloud
      },
      get cloudVersion() {
        return cell.cloudVersion
      },
      get traces() {
        return cell.traces
      },
      get time() {
        return cell.time
      },
      get energyRose() {
        return cell.energyRose
      },
      get isBehind() {
        return cell.isBehind
      },
      get runVersion() {
        return cell.runVersion
      },
      get cursor() {
        return cell.cursor
      },
      set cursor(cursor) {
        cell.cursor = cursor
      },
      subscribe(listener) {
        let densityVersion = analysis.densityVersion
        const releases = [
          cell.subscribe(listener),
          analysis.subscribe(() => {
            const hasChanged = analysis.densityVersion !== densityVersion
            densityVersion = analysis.densityVersion
            if (hasChanged && quantity() === 'density') listener()
          }),
        ]
        return () => releases.forEach((release) => release())
      },
      touch: cell.touch,
    },
  }
}

function makeGround(landscape: Landscape, peak: number, hasContours: boolean): DensityGround {
  const view = { extent: landscape.extent, floor: 0, ceiling: (1 + headroom) * peak }
  const contours = hasContours ? contourSegments(landscape, niceLevels(0, peak, contourCount)) : null
  return { landscape, view, contours }
}
