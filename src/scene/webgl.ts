import { NoToneMapping, SRGBColorSpace, WebGLRenderer } from 'three'

/** Most device pixels a CSS pixel: beyond two nobody sees the difference, and the card draws four times as many. */
const HIGHEST_PIXEL_RATIO = 2

export interface Graphics {
  readonly renderer: WebGLRenderer
  /** True when the "graphics card" is the processor: no anti-aliasing and no extra pixels then. */
  readonly isSoftware: boolean
}

function isSoftwareContext(context: WebGL2RenderingContext): boolean {
  const info = context.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = info ? context.getParameter(info.UNMASKED_RENDERER_WEBGL) : ''
  return /SwiftShader|llvmpipe/i.test(String(name))
}

let isSoftware: boolean | null = null

/** Asked once on a canvas of its own: anti-aliasing has to be chosen before the real context exists. Null: no WebGL 2 at all. */
function probeSoftware(): boolean | null {
  if (isSoftware !== null) return isSoftware
  const context = document.createElement('canvas').getContext('webgl2')
  if (!context) return null
  isSoftware = isSoftwareContext(context)
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return isSoftware
}

/** A renderer on the canvas, or null where WebGL 2 is missing or refused. `isTransparent`: what is behind the canvas shows beside the landscape. */
export function createGraphics(canvas: HTMLCanvasElement, isTransparent = false): Graphics | null {
  try {
    const software = probeSoftware()
    if (software === null) return null
    const context = canvas.getContext('webgl2', {
      alpha: isTransparent,
      antialias: !software,
      depth: true,
      stencil: false,
      powerPreference: 'default',
    })
    if (!context) return null
    const renderer = new WebGLRenderer({ canvas, context, alpha: isTransparent })
    renderer.toneMapping = NoToneMapping
    renderer.outputColorSpace = SRGBColorSpace
    return { renderer, isSoftware: software }
  } catch {
    return null
  }
}

export function pixelRatioFor(graphics: Graphics): number {
  return graphics.isSoftware ? 1 : Math.min(HIGHEST_PIXEL_RATIO, window.devicePixelRatio || 1)
}
