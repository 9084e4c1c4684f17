import { GreaterDepth, LessEqualDepth, ShaderMaterial, type ShaderMaterialParameters } from 'three'

/**
 * The same marks drawn twice: where they are seen, and faintly where the ground hides them. The shader multiplies by `uFaint`; all other
 * uniforms are shared by both.
 */
export function createTwoPass(parameters: ShaderMaterialParameters, faintness: number) {
  const pass = (isSeen: boolean) =>
    new ShaderMaterial({
      ...parameters,
      uniforms: { ...parameters.uniforms, uFaint: { value: isSeen ? 1 : faintness } },
      transparent: true,
      depthWrite: false,
      depthFunc: isSeen ? LessEqualDepth : GreaterDepth,
    })
  const seen = pass(true)
  const hidden = pass(false)
  return {
    seen,
    hidden,
    dispose() {
      seen.dispose()
      hidden.dispose()
    },
  }
}
