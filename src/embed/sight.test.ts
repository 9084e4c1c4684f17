import { afterEach, expect, test, vi } from 'vitest'
import { watchSight } from './sight.ts'

afterEach(() => vi.unstubAllGlobals())

test('an element is in view while it is on the screen and its tab is the one that is seen', () => {
  let tell = (_isIntersecting: boolean) => {}
  const page = Object.assign(new EventTarget(), { hidden: false })
  vi.stubGlobal('document', page)
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        tell = (isIntersecting) => callback([{ isIntersecting }])
      }
      observe() {}
    },
  )
  const sight = watchSight({} as Element)
  const seen: boolean[] = []
  sight.subscribe(() => seen.push(sight.isInView()))
  const hide = (hidden: boolean) => {
    page.hidden = hidden
    page.dispatchEvent(new Event('visibilitychange'))
  }
  tell(true)
  hide(true)
  tell(false)
  hide(false)
  tell(true)
  expect(seen).toEqual([true, false, true])
})
