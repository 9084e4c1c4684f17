import type { KeyboardEvent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createDrawing } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { firstToolSettings } from './editorTools.ts'
import type { ToolKind } from './editorTools.ts'
import { useEditorKeys } from './useEditorKeys.ts'

const text = (pixels: Int8Array) => Array.from(pixels, (value) => '.?#'[value + 1]).join('')

type Keys = ReturnType<typeof useEditorKeys>

interface EditorProps {
  readonly drawing: Drawing
  readonly tool: ToolKind
  readonly take: (keys: Keys) => void
}

function Editor({ drawing, tool, take }: EditorProps) {
  const nothing = () => undefined
  const settings = { ...firstToolSettings, tool }
  take(
    useEditorKeys({ drawing, levels: 3, settings, onSettings: nothing, surfaceRef: { current: null }, leave: nothing }),
  )
  return null
}

/** An editor of five pixels of paper in a row, its cursor in the middle; all that it tells, with the name of the gesture. */
function setUp(tool: ToolKind = 'pen') {
  const told: string[][] = []
  const drawing = createDrawing({ name: 'g', atNextFrame: () => () => undefined })
  drawing.connect({ paint: () => undefined, emit: (next, gesture) => told.push([text(next), gesture]) })
  drawing.load(new Int8Array(5).fill(-1), { columns: 5, rows: 1 })
  let keys: Keys | undefined
  const take = (made: Keys) => {
    keys = made
  }
  renderToStaticMarkup(<Editor drawing={drawing} tool={tool} take={take} />)
  const event = (key: string, repeat = false) =>
    ({
      key,
      repeat,
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      preventDefault: () => undefined,
    }) as KeyboardEvent
  return {
    told,
    down: (key: string) => keys?.handlers.onKeyDown(event(key)),
    again: (key: string) => keys?.handlers.onKeyDown(event(key, true)),
    up: (key: string) => keys?.handlers.onKeyUp(event(key)),
  }
}

describe.each([' ', 'Enter'])('the key “%s”', (key) => {
  it('held down draws once, as one step', () => {
    const { told, down, again, up } = setUp()
    down(key)
    for (let k = 0; k < 40; k++) again(key)
    up(key)
    expect(told).toEqual([['..#..', 'g 1']])
    down(key)
    up(key)
    expect(told[1]).toEqual(['.....', 'g 2'])
  })

  it('held while the arrows move draws one stroke, and lifted none', () => {
    const { told, down, again, up } = setUp()
    down(key)
    down('ArrowRight')
    again('ArrowRight')
    up(key)
    expect(told).toEqual([['..###', 'g 1']])
    down('ArrowLeft')
    expect(told).toHaveLength(1)
  })

  it('held is called off by Escape', () => {
    const { told, down, up } = setUp()
    down(key)
    down('ArrowRight')
    down('Escape')
    up(key)
    expect(told).toEqual([])
  })
})

it('a line begins at one press of Space and ends at the next, however long they are', () => {
  const { told, down, again, up } = setUp('line')
  down(' ')
  again(' ')
  up(' ')
  down('ArrowLeft')
  down(' ')
  again(' ')
  up(' ')
  expect(told).toEqual([['.##..', 'g 1']])
})
