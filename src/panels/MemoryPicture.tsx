import './MemoryPicture.css'

interface MemoryPictureProps {
  /** 0 or 1, as in the model. */
  readonly memory: 0 | 1
}

/** ξ¹ = (1, 1) and ξ² = (1, −1), as two pixels each. */
const patterns = [
  [1, 1],
  [1, -1],
] as const

/** A stored pattern as a picture of two pixels in the colour of its memory: full for +1, empty for −1. */
export function MemoryPicture({ memory }: MemoryPictureProps) {
  const pattern = patterns[memory]
  const words = `Memory ${memory + 1} is the pattern (${pattern.join(', ').replace('-', '−')})`
  return (
    <svg className="memory-picture" data-memory={memory + 1} viewBox="0 0 26 14" role="img" aria-label={words}>
      <rect x={1} y={1} width={12} height={12} data-value={pattern[0]} />
      <rect x={13} y={1} width={12} height={12} data-value={pattern[1]} />
    </svg>
  )
}
