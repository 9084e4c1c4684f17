'use client'
import { useEffect, useImperativeHandle, useRef, type HTMLAttributes, type Ref } from 'react'
import type { EventDetails, EventName, SettableParameters } from '../embed/host/messages.ts'
import { changedValues, type Told } from './changedValues.ts'
import { defineMemoryscape, parameterNames, type MemoryScapeAttributes, type MemoryScapeElement } from './element.ts'

type Attributes = { readonly [Name in keyof MemoryScapeAttributes]?: NonNullable<MemoryScapeAttributes[Name]> }

type Handlers = {
  readonly [Name in EventName as `on${Capitalize<Name>}`]?: (detail: EventDetails[Name]) => void
}

/**
 * Props of `<MemoryScape>`: the attributes of the element, the parameters of the document (each is set when it changes, and all of
 * them when `src` or `preset` does), what is called at its events, and what any element takes. `ref` is the element, with its methods.
 */
export interface MemoryScapeProps
  extends
    Attributes,
    Handlers,
    Readonly<Partial<SettableParameters>>,
    Omit<HTMLAttributes<HTMLElement>, keyof Attributes | keyof Handlers | keyof SettableParameters | 'children'> {
  readonly ref?: Ref<MemoryScapeElement>
  /** What a `src` that is no whole address is relative to. */
  readonly base?: string
}

const handlers: Readonly<Record<keyof Handlers, EventName>> = {
  onReady: 'ready',
  onRegime: 'regime',
  onEquilibria: 'equilibria',
  onRecalled: 'recalled',
  onChange: 'change',
  onPlay: 'play',
  onHeight: 'height',
  onError: 'error',
}

/** `<memory-scape>` for React. On a server it renders the empty element; in the browser that becomes the frame. */
export function MemoryScape({ ref, base, ...props }: MemoryScapeProps) {
  const element = useRef<MemoryScapeElement>(null)
  const newest = useRef<Handlers>(props)
  // As text, so that the same values in a new object are no change.
  const told: Told = { source: JSON.stringify([props.src, props.preset]), values: pick(props, parameterNames) }
  const text = JSON.stringify(told)

  useImperativeHandle(ref, () => element.current as MemoryScapeElement, [])
  useEffect(() => {
    newest.current = props
  })
  useEffect(() => {
    const target = element.current
    if (!target) return undefined
    const listeners = Object.entries(handlers).map(([prop, event]) => {
      const type = `memoryscape-${event}`
      const listener = ({ detail }: Event & { readonly detail?: unknown }) => {
        const call = newest.current[prop as keyof Handlers] as ((detail: unknown) => void) | undefined
        call?.(detail)
      }
      target.addEventListener(type as 'memoryscape-error', listener)
      return () => target.removeEventListener(type as 'memoryscape-error', listener)
    })
    defineMemoryscape({ base })
    return () => {
      for (const stop of listeners) stop()
    }
  }, [base, newest])
  const toldBefore = useRef<Told>({ source: '', values: {} })
  useEffect(() => {
    const next = JSON.parse(text) as Told
    const changed = changedValues(toldBefore.current, next)
    toldBefore.current = next
    // A refusal comes as the event 'error' of its own only where nobody awaits it: here nobody can.
    if (Object.keys(changed).length > 0) {
      element.current?.set(changed).catch((error: unknown) => {
        newest.current.onError?.({ sentence: error instanceof Error ? error.message : String(error) })
      })
    }
  }, [text, newest])

  const own = [...parameterNames, ...Object.keys(handlers)]
  const rest = Object.fromEntries(Object.entries(props).filter(([name]) => !own.includes(name)))
  // React leaves an attribute that is false out, and without this one the link is shown.
  if (props.open === false) rest['open'] = '0'
  return <memory-scape {...rest} ref={element} />
}

/** Those of the entries that have a value. */
function pick(from: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name, value]) => names.includes(name) && value !== undefined))
}

type ElementProps = Attributes &
  Omit<HTMLAttributes<HTMLElement>, keyof Attributes> & {
    readonly picture?: string
    readonly layers?: string
    readonly ref?: Ref<MemoryScapeElement>
  }

declare module 'react' {
  // The only way to tell React's types of an element.
  // oxlint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'memory-scape': ElementProps
    }
  }
}
