import { createRoot, extend, type ReconcilerRoot } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Color, type PerspectiveCamera } from 'three'
import type { WebglState } from '../store/labState.ts'
import { createGraphics, pixelRatioFor, type Graphics } from './webgl.ts'

// Only what the picture's JSX names: fiber's own <Canvas> would register, and so bundle, all of three.
extend({ Color })

interface LabCanvasProps {
  readonly camera: PerspectiveCamera
  readonly children: ReactNode
  readonly onWebgl: (webgl: WebglState) => void
}

interface Stage {
  readonly canvas: HTMLCanvasElement
  readonly graphics: Graphics
  readonly root: ReconcilerRoot<HTMLCanvasElement>
}

/**
 * A canvas that draws on demand only. It measures its own box, follows the device's pixel ratio, and reports the state of WebGL
 * instead of throwing. The canvas element is made anew at every mount, because a released context cannot be taken again.
 */
export function LabCanvas({ camera, children, onWebgl }: LabCanvasProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const stageRef = useRef<Stage | null>(null)
  const latest = useRef({ children, onWebgl })
  useLayoutEffect(() => {
    latest.current = { children, onWebgl }
  })

  useEffect(() => {
    const host = hostRef.current
    if (!host) return undefined
    const canvas = document.createElement('canvas')
    canvas.className = 'scene-canvas'
    const graphics = createGraphics(canvas)
    if (!graphics) {
      latest.current.onWebgl('missing')
      return undefined
    }
    host.append(canvas)
    const root = createRoot(canvas)
    const stage: Stage = { canvas, graphics, root }
    const controller = new AbortController()
    let isMounted = true

    const configure = () => {
      const { clientWidth: width, clientHeight: height } = host
      const size = { width: Math.max(1, width), height: Math.max(1, height), top: 0, left: 0 }
      return root.configure({
        gl: graphics.renderer,
        camera,
        frameloop: 'demand',
        flat: true,
        size,
        dpr: pixelRatioFor(graphics),
      })
    }
    const start = async () => {
      await configure()
      if (!isMounted) return
      stageRef.current = stage
      root.render(latest.current.children)
      latest.current.onWebgl('available')
    }
    void start()
    const observer = new ResizeObserver(() => void configure())
    observer.observe(host)
    window.addEventListener('resize', () => void configure(), { signal: controller.signal })
    const listen = { signal: controller.signal }
    canvas.addEventListener(
      'webglcontextlost',
      (event) => (event.preventDefault(), latest.current.onWebgl('lost')),
      listen,
    )
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        latest.current.onWebgl('available')
        root.render(latest.current.children).getState().invalidate()
      },
      listen,
    )
    return () => {
      isMounted = false
      stageRef.current = null
      controller.abort()
      observer.disconnect()
      root.unmount()
      graphics.renderer.dispose()
      canvas.remove()
    }
  }, [camera])

  useEffect(() => {
    stageRef.current?.root.render(children).getState().invalidate()
  }, [children])

  return <div ref={hostRef} className="scene-canvas-host" />
}
