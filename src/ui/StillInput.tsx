import { memo, useLayoutEffect, useRef, useState, type ComponentPropsWithRef } from 'react'

type InputProps = ComponentPropsWithRef<'input'>
type Handlers = Required<Pick<InputProps, 'onChange' | 'onKeyDown' | 'onFocus' | 'onBlur'>>

const Kept = memo(function Kept(props: InputProps) {
  return <input {...props} />
})

/**
 * An `<input>` that is left alone while what it shows stays the same, though its handlers are new functions in every render: React writes
 * type, name and value of an input again as soon as one of its properties is another object, and a drag moves one slider of many.
 */
export function StillInput({ onChange, onKeyDown, onFocus, onBlur, ...shown }: InputProps) {
  const newestRef = useRef<Partial<Handlers>>({})
  useLayoutEffect(() => {
    newestRef.current = { onChange, onKeyDown, onFocus, onBlur }
  })
  const [handlers] = useState<Handlers>(() => ({
    onChange: (event) => newestRef.current.onChange?.(event),
    onKeyDown: (event) => newestRef.current.onKeyDown?.(event),
    onFocus: (event) => newestRef.current.onFocus?.(event),
    onBlur: (event) => newestRef.current.onBlur?.(event),
  }))
  return <Kept {...shown} {...handlers} />
}
