import {
  DataTexture,
  FloatType,
  NearestFilter,
  RedFormat,
  UnsignedByteType,
  Vector2,
  Vector3,
  Vector4,
  type ShaderMaterial,
} from 'three'
import type { Basins } from '../model/phase/basins.ts'
import type { Density } from '../model/phase/density.ts'
import type { TwoNeuronSystem } from '../model/twoNeurons.ts'
import type { AnalysisCell } from '../store/analysis/analysis.ts'
import { isSameSystem } from '../store/analysis/isSameSystem.ts'
import type { PictureAnalysis } from '../store/pictureLab.ts'
import { basinLook, basinShare } from './basinLook.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import { MOST_BASINS } from './tintGlsl.ts'

const KINDS = { height: 0, basins: 1, density: 2 } as const
type TintKind = keyof typeof KINDS
/** How much of a tint shows while it is of an older network than the ground. */
const STALE_SHARE = 0.72
/** From there and back the tint fades in this time: results that are late by a frame do not flicker. */
const FADE_MS = 500

/** The texture as it is where there is one of this size, else a new one. */
function fitted(texture: DataTexture, data: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>, columns: number) {
  if (texture.image.width === columns) {
    texture.image.data = data
    texture.needsUpdate = true
    return texture
  }
  texture.dispose()
  return cellTexture(data, columns)
}

function cellTexture(data: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>, columns: number): DataTexture {
  const type = data instanceof Uint8Array ? UnsignedByteType : FloatType
  const texture = new DataTexture(data, columns, columns, RedFormat, type)
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return texture
}

/** What a program is compiled for (see `tintGlsl`): what the heights are, and what the colours say. */
function tintDefines(kind: TintKind, isDensity: boolean): Record<string, number> {
  const showsDensity = kind === 'density' || (kind === 'height' && isDensity)
  return {
    TINT: KINDS[kind],
    TINT_BASINS: KINDS.basins,
    TINT_DENSITY: KINDS.density,
    ...(isDensity && { IS_DENSITY: 1 }),
    ...(showsDensity && { SHOWS_DENSITY: 1 }),
  }
}

/** What the colours of the ground say beyond its height, on the graphics card. */
export function createTint() {
  const uniforms = {
    uTintShare: { value: 1 },
    uDensity: { value: cellTexture(new Float32Array(4), 2) },
    uDensityGrid: { value: new Vector3(2, 1, 1) },
    uDark: { value: 0 },
  }
  const basinUniforms = {
    uLabels: { value: cellTexture(new Uint8Array(4), 2) },
    uLabelGrid: { value: new Vector2(2, 1) },
    uBasins: { value: Array.from({ length: MOST_BASINS }, () => new Vector4()) },
  }
  const [paper, other] = [new Vector3(), new Vector3()]
  const memories = [new Vector3(), new Vector3()] as const
  let shownBasins: Basins | null = null
  let shownDensity: Density | null = null
  let attractors: readonly string[] = []
  let lastMs = 0
  const materials: ShaderMaterial[] = []
  let defines = tintDefines('height', false)
  let definesKey = ''

  function compileFor(kind: TintKind, isDensity: boolean) {
    const key = `${kind} ${isDensity}`
    if (key === definesKey) return
    definesKey = key
    defines = tintDefines(kind, isDensity)
    for (const material of materials) {
      material.defines = defines
      material.needsUpdate = true
    }
  }

  function colourBasins() {
    for (const [k, colour] of basinUniforms.uBasins.value.entries()) {
      const key = attractors[k - 1]
      const look = basinLook(key ?? '')
      const own = look.memory === null ? other : memories[look.memory]
      const share = key === undefined ? 0 : basinShare(look)
      const mixed = (axis: 'x' | 'y' | 'z') => paper[axis] + share * (own[axis] - paper[axis])
      colour.set(mixed('x'), mixed('y'), mixed('z'), look.isTwin ? 1 : 0)
    }
  }

  function showBasins(basins: Basins) {
    if (basins === shownBasins) return
    shownBasins = basins
    basinUniforms.uLabels.value = fitted(basinUniforms.uLabels.value, basins.labels, basins.columns)
    basinUniforms.uLabelGrid.value.set(basins.columns, basins.extent)
    if (basins.attractors.join() === attractors.join()) return
    attractors = basins.attractors
    colourBasins()
  }

  function showDensity(density: Density) {
    if (density === shownDensity) return
    shownDensity = density
    uniforms.uDensity.value = fitted(uniforms.uDensity.value, density.values, density.columns)
    uniforms.uDensityGrid.value.set(density.columns, density.extent, 1 / (density.peak || 1))
  }

  /** The tint that was asked for once it has come; until then the heights. */
  function kindOf(phase: PictureAnalysis | null, analysis: AnalysisCell | null): TintKind {
    const wanted = phase?.settings.tint
    if (wanted === 'basins' && analysis?.basins) return 'basins'
    if (wanted === 'density' && analysis?.density && phase?.quantity === 'energy') return 'density'
    return 'height'
  }

  return {
    uniforms,
    basinUniforms,
    /** The material's shaders have `tintGlsl` in them: they are compiled anew where the ground says something else. */
    compile<M extends ShaderMaterial>(material: M): M {
      material.defines = defines
      materials.push(material)
      return material
    },
    /** `system`: of the ground that is shown. True while the tint is fading. */
    update(
      phase: PictureAnalysis | null,
      analysis: AnalysisCell | null,
      system: TwoNeuronSystem | null,
      nowMs: number,
    ): boolean {
      const kind = kindOf(phase, analysis)
      compileFor(kind, phase?.quantity === 'density')
      if (kind === 'basins' && analysis?.basins) showBasins(analysis.basins)
      if (kind === 'density' && analysis?.density) showDensity(analysis.density)
      const of = kind === 'basins' ? analysis?.basinsSystem : analysis?.densitySystem
      const goal = kind === 'height' || isSameSystem(of ?? null, system) ? 1 : STALE_SHARE
      const step = ((1 - STALE_SHARE) * Math.min(100, Math.max(0, nowMs - lastMs))) / FADE_MS
      lastMs = nowMs
      const away = goal - uniforms.uTintShare.value
      uniforms.uTintShare.value += Math.sign(away) * Math.min(Math.abs(away), step)
      return uniforms.uTintShare.value !== goal
    },
    setPalette(palette: ScenePalette) {
      uniforms.uDark.value = palette.isDark ? 1 : 0
      displayColourInto(paper, palette.paper)
      displayColourInto(other, palette.inkSoft)
      displayColourInto(memories[0], palette.memory1)
      displayColourInto(memories[1], palette.memory2)
      colourBasins()
    },
    dispose() {
      uniforms.uDensity.value.dispose()
      basinUniforms.uLabels.value.dispose()
    },
  }
}

export type Tint = ReturnType<typeof createTint>
