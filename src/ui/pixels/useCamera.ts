import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

export type CameraState =
  { readonly kind: 'off' } | { readonly kind: 'asking' } | { readonly kind: 'on'; readonly stream: MediaStream }

/** What to tell about a camera that did not start. `name` is that of the browser's error. */
export function cameraRefusal(name: string): string {
  switch (name) {
    case 'NotAllowedError':
      return 'You or your browser said no to the camera. To use it, allow it for this page in the address bar; or pick a file.'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'No camera was found. Connect one, or pick a file.'
    case 'NotReadableError':
    case 'AbortError':
      return 'The camera is busy. Close the program that uses it, or pick a file.'
    default:
      return 'The camera cannot be used where this page stands. Open the page by itself over https, or pick a file.'
  }
}

/** Chromium can say beforehand that the page around this one has not lent it the camera. */
interface WithFeaturePolicy {
  readonly featurePolicy?: { readonly allowsFeature: (feature: string) => boolean }
}

function mayAsk(): boolean {
  const { featurePolicy } = document as WithFeaturePolicy
  return 'mediaDevices' in navigator && (featurePolicy?.allowsFeature('camera') ?? true)
}

/**
 * Shows the camera in a video element from `start` to `stop`, or to the end of the component; never longer, and never by itself.
 * `onRefusal`: why it does not start, in a sentence.
 */
export function useCamera(videoRef: RefObject<HTMLVideoElement | null>, onRefusal: (sentence: string) => void) {
  const [state, setState] = useState<CameraState>({ kind: 'off' })
  const streamRef = useRef<MediaStream | null>(null)
  const requestRef = useRef(0)

  const stop = useCallback(() => {
    // A camera that answers after this is switched off at once.
    requestRef.current += 1
    for (const track of streamRef.current?.getTracks() ?? []) track.stop()
    streamRef.current = null
    setState({ kind: 'off' })
  }, [])

  const start = useCallback(async () => {
    stop()
    if (!mayAsk()) return onRefusal(cameraRefusal('blocked'))
    const request = requestRef.current
    setState({ kind: 'asking' })
    try {
      const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } }
      const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false })
      if (request !== requestRef.current) {
        for (const track of stream.getTracks()) track.stop()
        return
      }
      streamRef.current = stream
      setState({ kind: 'on', stream })
    } catch (error) {
      if (request !== requestRef.current) return
      setState({ kind: 'off' })
      onRefusal(cameraRefusal(error instanceof Error ? error.name : ''))
    }
  }, [stop, onRefusal])

  useEffect(() => {
    const video = videoRef.current
    if (!video || state.kind !== 'on') return
    video.srcObject = state.stream
    // Fails when the element goes before it starts; then there is nothing to show.
    video.play().catch(() => undefined)
    return () => {
      video.srcObject = null
    }
  }, [state, videoRef])

  useEffect(() => stop, [stop])

  return { state, start, stop }
}
