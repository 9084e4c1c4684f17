import { useLabState } from '../store/useLab.ts'
import { Segmented } from '../ui/Segmented.tsx'

const pictures = [
  { value: 'surface', label: '3-D', tooltip: 'The landscape as a surface.' },
  { value: 'map', label: '2-D', tooltip: 'The same landscape as a contour map.' },
] as const

type PictureKind = (typeof pictures)[number]['value']

interface PictureSwitchProps {
  readonly kind: PictureKind
  readonly onChange: (kind: PictureKind) => void
}

/** The surface or the map; without WebGL there is nothing to choose. */
export function PictureSwitch({ kind, onChange }: PictureSwitchProps) {
  const isWebglMissing = useLabState((state) => state.webgl === 'missing')
  if (isWebglMissing) return null
  return <Segmented label="Picture" options={pictures} value={kind} onChange={onChange} />
}
