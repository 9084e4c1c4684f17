import { createMapDrawing } from '../../../../plots/mapDrawing.ts'
import { mapLayout, noInsets } from '../../../../plots/mapLayout.ts'
import { createTextSprites } from '../../../../plots/textSprites.ts'
import type { PictureCapture, PictureSize } from '../../../../store/pictureLab.ts'
import { readTokens } from '../../../../ui/readTokens.ts'

/** Draws the map for films, where it is what the page shows. Its camera never moves. */
export function createMapCapture(): Pick<PictureCapture, 'openStudio'> {
  return {
    openStudio(filmed, { size, scale, hasLabels }) {
      const { width, height }: PictureSize = size ?? { width: 720, height: 720 }
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(width * scale)
      canvas.height = Math.round(height * scale)
      const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
      if (!context) throw new Error('This browser has no room for a picture of that size. Choose a smaller one.')
      const tokens = readTokens(document.documentElement)
      const sheet = { context, width, height, tokens, text: createTextSprites(), pixelRatio: scale }
      const layout = mapLayout(width, height, noInsets, tokens.rem)
      const drawMap = createMapDrawing(filmed)
      const release = filmed.wantContours()
      return {
        async draw() {
          context.setTransform(scale, 0, 0, scale, 0, 0)
          context.fillStyle = tokens.paper
          context.fillRect(0, 0, width, height)
          drawMap(sheet, layout, { memoryColours: undefined, reading: null, hasNames: hasLabels })
          return canvas
        },
        dispose: release,
      }
    },
  }
}
