import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './install.mjs'
import { noticesOf, packageOf, shippedPackages } from './licenses.mjs'

const sources = join(root, 'src')

test('the packages that are built in are found, with what they need, and not those that only test', () => {
  const shipped = shippedPackages(sources)
  const fonts = ['@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4']
  for (const name of ['three', 'react', 'react-dom', 'scheduler', 'valibot', 'pure-rand', ...fonts]) {
    expect(shipped).toContain(name)
  }
  for (const name of ['vitest', 'fast-check', 'jsqr', '@types/react', 'vite']) expect(shipped).not.toContain(name)
})

test('each has a notice with the words of its licence', () => {
  const notices = noticesOf(sources)
    .split(/^─{80}$/m)
    .slice(1)
  expect(notices).toHaveLength(shippedPackages(sources).length)
  const short = notices.filter(
    (notice) => !/permission|redistribut|licen[cs]e/i.test(notice.split('\n').slice(3).join(' ')),
  )
  expect(short).toEqual([])
})

test.each([
  ['three/examples/jsm/a.js', 'three'],
  ['@react-three/fiber', '@react-three/fiber'],
  ['@fontsource-variable/a/files/b.woff2', '@fontsource-variable/a'],
])('the package of %s is %s', (path, name) => {
  expect(packageOf(path)).toBe(name)
})
