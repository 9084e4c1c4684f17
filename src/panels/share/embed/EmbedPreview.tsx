import { useEffect, useState } from 'react'
import { frameStyle, type EmbedSize } from './embedShape.ts'

/** A frame is not loaded anew for every letter of a caption. */
const restMs = 500

interface EmbedPreviewProps {
  readonly address: string
  readonly size: EmbedSize
}

/** The embed as it will be, live. Its address changes once nothing was changed for a moment. */
export function EmbedPreview({ address, size }: EmbedPreviewProps) {
  const [shown, setShown] = useState(address)
  useEffect(() => {
    const timer = setTimeout(() => setShown(address), restMs)
    return () => clearTimeout(timer)
  }, [address])
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of our own, as on any other page
    <iframe key={shown} className="embed-preview" title="Preview of the embed" src={shown} style={frameStyle(size)} />
  )
}
