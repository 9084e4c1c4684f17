// oxlint-disable-next-line no-restricted-imports -- the test renders to text; the element itself knows no DOM of React
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { defineMemoryscape } from './element.ts'
import { MemoryScape } from './react.tsx'

test('a server can import both, and renders the element with its attributes', () => {
  expect(() => defineMemoryscape()).not.toThrow()
  const html = renderToString(
    <MemoryScape
      src="https://lab.example/embed.html#x=Abc"
      controls="alpha play"
      height={300}
      open={false}
      alpha1={2}
      onRegime={() => {}}
    />,
  )
  expect(html).toBe(
    '<memory-scape src="https://lab.example/embed.html#x=Abc" controls="alpha play" height="300" open="0"></memory-scape>',
  )
})
