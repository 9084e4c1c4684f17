import type { ReactNode } from 'react'

/** Our own icons on a 20 x 20 grid, drawn with a 1.5 line in the colour of the text. */
const shapes = {
  play: <path d="M6.5 4.2v11.6l9-5.8z" fill="currentColor" />,
  pause: <path d="M6.5 4.5v11M13.5 4.5v11" strokeWidth="2.5" />,
  step: (
    <>
      <path d="M5 4.8v10.4l7.6-5.2z" fill="currentColor" />
      <path d="M15 4.5v11" strokeWidth="2" />
    </>
  ),
  reset: <path d="M4.2 4.5v4h4M4.6 8.3A6 6 0 1 1 4 11.6" />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4" />
    </>
  ),
  moon: <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />,
  auto: (
    <>
      <circle cx="10" cy="10" r="6.8" />
      <path d="M10 3.2a6.8 6.8 0 0 1 0 13.6z" fill="currentColor" />
    </>
  ),
  map: (
    <>
      <path d="M3.5 10c0-4.2 3-6.6 6.7-6.4 3.9.2 6.6 2.6 6.3 6.5-.3 3.7-3.2 6.4-6.7 6.3-3.6-.1-6.3-2.6-6.3-6.400z" />
      <path d="M6.6 10c0-2.3 1.7-3.4 3.7-3.3 2.1.1 3.3 1.5 3.2 3.4-.1 1.9-1.7 3.2-3.6 3.2-2 0-3.3-1.3-3.3-3.300z" />
      <circle cx="10.2" cy="10" r="0.6" fill="currentColor" />
    </>
  ),
  surface: (
    <>
      <path d="M2.5 9.5 10 5.500l7.5 4-7.5 5z" />
      <path d="M5 8.200c2.5.6 3.5 3.3 7.5 4.600M12.5 6.800c-2.3.7-4.2 3.9-7.5 4.3" />
    </>
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  close: <path d="M5 5l10 10M15 5 5 15" />,
  trash: (
    <path d="M3.8 5.800h12.400M8 5.500V3.600h4v1.900M5.4 5.800l.8 10.600h7.600l.8-10.600M8.4 8.800l.2 4.600M11.6 8.800l-.2 4.6" />
  ),
  fold: <path d="M12 4.5 6.5 10l5.5 5.5" />,
  unfold: <path d="M8 4.500l5.5 5.500L8 15.5" />,
  down: <path d="M4.5 7.5 10 13l5.5-5.5" />,
  focus: <path d="M3.5 7.500v-4h4M12.5 3.500h4v4M16.5 12.500v4h-4M7.5 16.500h-4v-4" />,
  camera: (
    <>
      <path d="M3 6.500h3.500L8 4.500h4l1.5 2H17v9H3z" />
      <circle cx="10" cy="10.8" r="2.7" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9.200v4.500M10 6.200v.5" strokeWidth="1.8" />
    </>
  ),
  warning: <path d="M10 3.2 17.3 16H2.700zM10 8v4M10 13.700v.5" />,
  failure: <path d="M7 3h6l4 4v6l-4 4H7l-4-4V7zM7.5 7.500l5 5M12.5 7.500l-5 5" />,
  keyboard: (
    <>
      <path d="M2.5 5.500h15v9h-15z" />
      <path d="M5 8h.5M8 8h.5M11 8h.5M14 8h.5M5 11.800h.5M8 11.800h4M14.5 11.800h.5" strokeWidth="1.7" />
    </>
  ),
  layers: <path d="M10 3.5 17 7.500l-7 4-7-4zM3 11.200l7 4 7-4" />,
  ball: (
    <>
      <circle cx="10" cy="10" r="6" />
      <path d="M7.5 8.500a3.5 3.5 0 0 1 2-1.7" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

interface IconProps {
  readonly name: IconName
  /** Pixels on the 16-pixel base; scales with the text. */
  readonly size?: number | undefined
}

/** A decoration: the words that name the action stand beside it or on its button. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem`, flex: 'none' }}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  )
}
