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
  minus: <path d="M4 10h12" />,
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
  layers: (
    <>
      <path d="M10 3 17.500 7 10 11 2.500 7z" />
      <path d="M2.500 10.500 10 14.500l7.500-4" />
      <path d="M2.500 13.500 10 17.500l7.500-4" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9.200v4.500M10 6.200v.5" strokeWidth="1.8" />
    </>
  ),
  warning: <path d="M10 3.2 17.3 16H2.700zM10 8v4M10 13.700v.5" />,
  check: <path d="M4 10.5 8.2 15 16 5.500" strokeWidth="2" />,
  failure: <path d="M7 3h6l4 4v6l-4 4H7l-4-4V7zM7.5 7.500l5 5M12.5 7.500l-5 5" />,
  keyboard: (
    <>
      <path d="M2.5 5.500h15v9h-15z" />
      <path d="M5 8h.5M8 8h.5M11 8h.5M14 8h.5M5 11.800h.5M8 11.800h4M14.5 11.800h.5" strokeWidth="1.7" />
    </>
  ),
  ball: (
    <>
      <circle cx="10" cy="10" r="6" />
      <path d="M7.5 8.500a3.5 3.5 0 0 1 2-1.7" />
    </>
  ),
  pen: <path d="M3.8 16.2l.9-3.6 8.8-8.8 2.7 2.7-8.8 8.8zM11.5 5.8l2.7 2.7" />,
  eraser: <path d="M8 15.8 3.5 11.3l7.8-7.8 5.2 5.2-7.1 7.1zM7.2 7.6l5.2 5.2M8 15.8h8.5" />,
  line: (
    <>
      <path d="M5.6 14.4l8.8-8.8" />
      <circle cx="4.5" cy="15.5" r="1.5" />
      <circle cx="15.5" cy="4.5" r="1.5" />
    </>
  ),
  fill: (
    <>
      <path d="M7.3 2.8l7.4 7.4-5.5 5.3-6-6 5.5-5.3" />
      <path d="M3.8 9.8h10.5l-5.1 5.3z" fill="currentColor" stroke="none" />
      <path
        d="M16.7 12.8c.7 1.1 1 1.7 1 2.3a1.1 1.1 0 0 1-2.2 0c0-.6.4-1.2 1.2-2.3z"
        fill="currentColor"
        strokeWidth="1"
      />
    </>
  ),
  unknown: <path d="M3.5 3.5h13v13h-13zM3.5 9.5l6-6M3.5 16l12.5-12.5M10 16.5l6.5-6.5" />,
  invert: (
    <>
      <path d="M3.5 3.5h13v13h-13z" />
      <path d="M16.5 3.5v13h-13z" fill="currentColor" />
    </>
  ),
  shift: (
    <path d="M10 2.8v14.4M2.8 10h14.4M7.9 4.9 10 2.8l2.1 2.1M7.9 15.1l2.1 2.1 2.1-2.1M4.9 7.9 2.8 10l2.1 2.1M15.1 7.9l2.1 2.1-2.1 2.1" />
  ),
  mirror: (
    <>
      <path d="M7.8 5v10H2.8zM10 3v1.5M10 7.5v1.5M10 11.5v1.5M10 15.8v1.2" />
      <path d="M12.2 5v10h5z" fill="currentColor" />
    </>
  ),
  'mirror-vertical': (
    <>
      <path d="M5 7.8h10V2.8zM3 10h1.5M7.5 10H9M11.5 10H13M15.8 10H17" />
      <path d="M5 12.2h10v5z" fill="currentColor" />
    </>
  ),
  clear: <path d="M3.5 3.5h13v13h-13zM7.4 7.4l5.2 5.2M12.6 7.4l-5.2 5.2" />,
  lock: <path d="M4.5 9h11v7.5h-11zM6.800 9V6.700a3.200 3.200 0 0 1 6.400 0V9" />,
  copy: <path d="M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7" />,
  up: <path d="M4.5 12.5 10 7l5.5 5.5" />,
  'arrow-left': <path d="M16 10H4M8.5 5.5 4 10l4.5 4.5" />,
  'arrow-right': <path d="M4 10h12M11.5 5.5 16 10l-4.5 4.5" />,
  'arrow-up': <path d="M10 16V4M5.5 8.5 10 4l4.5 4.5" />,
  'arrow-down': <path d="M10 4v12M5.5 11.5 10 16l4.5-4.5" />,
  eye: (
    <>
      <path d="M2.3 10c2-3.3 4.6-5 7.7-5s5.7 1.7 7.7 5c-2 3.3-4.6 5-7.7 5s-5.7-1.7-7.7-5z" />
      <circle cx="10" cy="10" r="2.3" />
    </>
  ),
  'eye-off': <path d="M2.3 8.5c2 3 4.6 4.5 7.7 4.5s5.7-1.5 7.7-4.5M10 13v2.8M5.4 11.7l-1.6 2.2M14.6 11.7l1.6 2.2" />,
  undo: <path d="M7.2 4 3.5 7.7l3.7 3.7M3.8 7.7h8.4a4.1 4.1 0 0 1 0 8.2H8" />,
  redo: <path d="M12.8 4l3.7 3.7-3.7 3.7M16.2 7.7H7.8a4.1 4.1 0 0 0 0 8.2H12" />,
  image: (
    <>
      <path d="M3 4h14v12H3z" />
      <circle cx="7.2" cy="8" r="1.2" />
      <path d="M3.3 14.5l4-3.6 2.9 2.4 3.3-3.8 3.2 3.3" />
    </>
  ),
  library: <path d="M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z" />,
  dice: (
    <>
      <path d="M5.5 3.5h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2z" />
      <path d="M7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01" strokeWidth="2.2" />
    </>
  ),
  share: (
    <>
      <circle cx="5" cy="10" r="2.2" />
      <circle cx="14.8" cy="4.8" r="2.2" />
      <circle cx="14.8" cy="15.2" r="2.2" />
      <path d="M7 9l5.800-3.200M7 11l5.800 3.200" />
    </>
  ),
  drag: <path d="M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01" strokeWidth="2.4" />,
  keyframe: <path d="M10 3.8l6.2 6.2-6.2 6.2L3.8 10z" />,
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
