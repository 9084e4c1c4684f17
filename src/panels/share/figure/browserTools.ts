import { canvasFont } from '../../../exports/svg/svgFont.ts'
import type { FigureTools } from './figureSvg.ts'

/** What a figure needs of the browser: widths of letters, pixels as data, and colours as numbers. */
export function createBrowserTools(): FigureTools {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const colours = new Map<string, string>()

  function readColour(colour: string): string {
    if (!context) return colour
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data
    return `rgb(${red} ${green} ${blue} / ${(alpha / 255).toFixed(3)})`
  }
  return {
    ruler(text, font) {
      if (!context) return 0
      context.font = canvasFont(font)
      return context.measureText(text).width
    },
    imageAddress: (image) => (image instanceof HTMLCanvasElement ? image.toDataURL('image/png') : null),
    plainColour(colour) {
      const known = colours.get(colour) ?? (/^(rgb|#)/.test(colour) ? colour : readColour(colour))
      colours.set(colour, known)
      return known
    },
  }
}
