/** Faint contour lines on the paper, while the landscape is on its way. The picture is drawn over them. */
export function PaperContours() {
  const rings = [0.35, 0.55, 0.75, 0.95, 1.15]
  return (
    <svg className="paper-contours" viewBox="-160 -100 320 200" aria-hidden="true" focusable="false">
      {rings.map((size) => (
        <path
          key={size}
          transform={`scale(${size})`}
          vectorEffect="non-scaling-stroke"
          d="M-118 8C-122-42-80-70-36-64S20-78 62-66 126-34 118 10 78 58 40 62-8 52-44 64-113 56-118 8Z"
        />
      ))}
    </svg>
  )
}
