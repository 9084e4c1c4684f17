import type { QrCode } from './qrCode.ts'

/** Dark on white in every theme: readers need it so. */
export function QrPicture({ code, label }: { readonly code: QrCode; readonly label: string }) {
  return (
    <figure className="share-qr">
      <svg viewBox={`0 0 ${code.side} ${code.side}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect width={code.side} height={code.side} fill="#fff" />
        <path d={code.path} fill="#000" />
      </svg>
      <figcaption>For a phone: point its camera here.</figcaption>
    </figure>
  )
}
