import type { QrCode } from './qrCode.ts'

/** Large enough for a phone to tell the squares apart, and no larger than the dialog has room for. */
const remPerSquare = 0.3
const largestRem = 20

/** Dark on white in every theme: readers need it so. */
export function QrPicture({ code, label }: { readonly code: QrCode; readonly label: string }) {
  return (
    <svg
      className="share-qr"
      style={{ width: `min(100%, ${Math.min(largestRem, remPerSquare * code.side)}rem)` }}
      viewBox={`0 0 ${code.side} ${code.side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={code.side} height={code.side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}
