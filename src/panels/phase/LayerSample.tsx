import type { PhaseLayer } from './layerWords.ts'

const head = (
  <path d="M22.5 3.6 27 7l-4.500 3.400" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
)

/** How each layer is drawn, as the legend of a map has it. */
const samples = {
  flow: (
    <>
      <path d="M2 7h24.500" />
      {head}
    </>
  ),
  descent: (
    <>
      <path d="M2 7h24" strokeDasharray="1.2 2.600" strokeLinecap="round" />
      {head}
    </>
  ),
  nullclines: (
    <>
      <path d="M1 11C9 11 10 3 27 3" />
      <path d="M1 3C14 3 16 11 27 11" strokeDasharray="4 2.500" />
    </>
  ),
  separatrices: (
    <>
      <path d="M3 13C9 9 19 5 25 1" strokeWidth="2.400" />
      <path d="M5 2C12 4 17 9 24 12" strokeWidth="0.900" />
    </>
  ),
  directions: (
    <>
      <path d="M8 7h12M14 1v12" />
      <path d="M10.500 4.800 8 7l2.500 2.200M17.500 4.800 20 7l-2.500 2.200" fill="none" />
      <path d="M11.800 2.600 14 5l2.200-2.400M11.800 11.400 14 9l2.200 2.400" fill="none" />
    </>
  ),
  cloud: (
    <g stroke="none" fill="currentColor">
      {[4, 8, 10, 12.5, 14, 15.5, 18, 20.5, 24].map((x, i) => (
        <circle key={x} cx={x} cy={[8, 4.5, 9.5, 6.5, 3, 10.5, 7, 4.5, 9][i]} r="1.100" opacity="0.750" />
      ))}
    </g>
  ),
} satisfies Record<PhaseLayer, unknown>

/** A small piece of what a layer draws. */
export function LayerSample({ layer }: { readonly layer: PhaseLayer }) {
  return (
    <svg
      className="layer-sample"
      data-layer={layer}
      viewBox="0 0 28 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.300"
      aria-hidden="true"
      focusable="false"
    >
      {samples[layer]}
    </svg>
  )
}
