import { describe, expect, it } from 'vitest'
import { library } from '../../experiment/recall/library/library.ts'
import type { LibraryItem } from '../../experiment/recall/library/libraryItem.ts'
import { libraryGroups, shownItems } from './libraryShelf.ts'

const item = (title: string, group: LibraryItem['group']): LibraryItem => ({
  id: title,
  title,
  group,
  columns: 8,
  rows: 8,
  bits: '',
  parts: [],
})
const items = [item('Cat', 'animals'), item('Bat', 'animals'), item('A', 'letters'), item('Sad face', 'faces')]
const titles = (found: readonly LibraryItem[]) => found.map(({ title }) => title)

describe('shownItems', () => {
  it('shows a group as long as nothing is typed', () => {
    expect(titles(shownItems(items, 'animals', ' '))).toEqual(['Cat', 'Bat'])
  })

  it('searches all groups, the best first', () => {
    expect(titles(shownItems(items, 'animals', 'a'))).toEqual(['A', 'Cat', 'Bat', 'Sad face'])
    expect(titles(shownItems(items, 'letters', 'BAT'))).toEqual(['Bat'])
    expect(shownItems(items, 'letters', 'zebra')).toEqual([])
  })

  it('has a tab for every drawing of the library', () => {
    const groups = libraryGroups.map(({ value }) => value)
    for (const { group } of library) expect(groups).toContain(group)
  })
})
