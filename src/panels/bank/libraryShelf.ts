import type { LibraryGroup, LibraryItem } from '../../experiment/recall/library/libraryItem.ts'

/** The tabs of the library, in their order. */
export const libraryGroups: readonly { readonly value: LibraryGroup; readonly label: string }[] = [
  { value: 'animals', label: 'Animals' },
  { value: 'letters', label: 'Letters' },
  { value: 'digits', label: 'Digits' },
  { value: 'symbols', label: 'Symbols' },
  { value: 'faces', label: 'Faces' },
]

/** What is shown: the drawings of a group, or, once something is typed, those of all groups whose title has it. */
export function shownItems(items: readonly LibraryItem[], group: LibraryGroup, search: string): readonly LibraryItem[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return items.filter((item) => item.group === group)
  const titles = items.filter((item) => item.title.toLowerCase().includes(wanted))
  // Who types “a” wants the letter before everything that has an a in it.
  return titles.toSorted((one, other) => rank(one, wanted) - rank(other, wanted))
}

function rank({ title }: LibraryItem, wanted: string): number {
  const name = title.toLowerCase()
  return name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2
}
