import { lazy, Suspense, useMemo, useState } from 'react'
import { cameraPresets } from '../experiment/cameraPresets.ts'
import { mapReasons } from '../plots/mapReasons.ts'
import type { ScenePalette } from '../scene/palette.ts'
import type { PictureLab } from '../store/pictureLab.ts'
import { useLabState } from '../store/useLab.ts'
import type { Insets } from './insets.ts'
import { PaperContours } from './PaperContours.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import { useMediaQuery, type Layout } from './useMediaQuery.ts'
import './PictureArea.css'

const LandscapeScene = lazy(async () => ({
  default: (await import('../scene/LandscapeScene.tsx')).LandscapeScene,
}))

const LandscapeMap = lazyPart(async () => (await import('../plots/LandscapeMap.tsx')).LandscapeMap)

interface PictureAreaProps {
  readonly picture: PictureLab
  readonly kind: 'surface' | 'map'
  readonly palette: ScenePalette
  /** What the surface and the map are called, where it is not the landscape of two neurons. */
  readonly labels?: { readonly surface: string; readonly map: string }
  /** Colours of the two memories on the map, where they are not the theme's first two. */
  readonly memoryColours?: readonly [string, string]
  readonly insets: Insets
  readonly layout: Layout
}

/** Room around for the numbers of the axes, which stand out of the landscape. */
const axisPx = { desktop: 20, projector: 20, phone: 6 }
/** Height of the line that says why the map is shown, with the room around it. */
const sentencePx = 44

/** The landscape: the surface, or the map where that is chosen or where there is no WebGL. */
export function PictureArea({ picture, kind, palette, labels, memoryColours, insets, layout }: PictureAreaProps) {
  const webgl = useLabState((state) => state.webgl)
  const reducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)')
  // The directed opening is for the first sight only, not for every return from the map.
  const [hasOpening, setHasOpening] = useState(true)
  const wantsSurface = kind === 'surface' && webgl !== 'missing'
  const showsMap = !wantsSurface || webgl === 'lost'
  const room = axisPx[layout]
  const sceneInsets = useMemo(
    () => ({ ...insets, left: insets.left + room, right: insets.right + room, bottom: insets.bottom + room }),
    [insets, room],
  )
  const sentence = kind === 'surface' && webgl !== 'available' ? mapReasons[webgl] : null
  return (
    <>
      <PaperContours />
      {wantsSurface && (
        // Kept while the context is lost: only its own canvas can get the context back.
        <div className="picture-layer" hidden={webgl === 'lost'}>
          <Suspense fallback={null}>
            <LandscapeScene
              picture={picture}
              {...(labels && { label: labels.surface })}
              palette={palette}
              cameraPresets={cameraPresets}
              insets={sceneInsets}
              reducedMotion={reducedMotion}
              wheelZoom={layout !== 'phone'}
              hasOpening={hasOpening}
              onFirstSurface={() => setHasOpening(false)}
            />
          </Suspense>
        </div>
      )}
      {showsMap && (
        <div className="picture-layer">
          <LandscapeMap
            picture={picture}
            {...(labels && { label: labels.map })}
            memoryColours={memoryColours}
            insets={sentence === null ? insets : { ...insets, top: insets.top + sentencePx }}
          />
        </div>
      )}
      {sentence && (
        <p
          className="picture-sentence"
          role="status"
          style={{ top: insets.top, left: insets.left, right: insets.right }}
        >
          {sentence}
        </p>
      )}
    </>
  )
}
