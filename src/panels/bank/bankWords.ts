import type { PictureSize } from '../../experiment/recall/recallSettings.ts'
import { formatNumber } from '../../ui/formatNumber.ts'

/** `8 memories, load P/N = 0.0078`; with some switched off, how many are on. P counts those that are on. */
export function bankSummary(memories: readonly { readonly isOn: boolean }[], size: PictureSize): string {
  const on = memories.filter((memory) => memory.isOn).length
  const off = memories.length - on
  const count = `${memories.length} ${memories.length === 1 ? 'memory' : 'memories'}${off > 0 ? `, ${on} on` : ''}`
  return `${count}, load P/N = ${formatNumber(on / (size.columns * size.rows), 2)}`
}

/** `Memory 9`: the first free number from the count on. */
export function freshName(names: readonly string[]): string {
  const taken = new Set(names)
  let number = names.length + 1
  while (taken.has(`Memory ${number}`)) number += 1
  return `Memory ${number}`
}

/** How a size is written in menus and sentences: `32 × 32`. */
export function sizeText({ columns, rows }: PictureSize): string {
  return `${columns} × ${rows}`
}

/** What a list of names is called in a sentence: `“cat”`, `“cat” and “dog”`, `5 memories`. */
export function namesText(names: readonly string[]): string {
  if (names.length > 2) return `${names.length} memories`
  return names.map((name) => `“${name}”`).join(' and ')
}
