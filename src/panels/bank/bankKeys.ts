/** What a key asks of the bank: to go to another memory, or to take this one along. */
export type BankMove =
  { readonly kind: 'focus'; readonly index: number } | { readonly kind: 'carry'; readonly index: number }

interface BankKey {
  readonly key: string
  readonly altKey: boolean
}

/**
 * Arrows, Home and End go from memory to memory; with Alt they carry the memory along. Null where the key means nothing here.
 * `perLine`: items in a line, 1 in a list, where left and right mean nothing without Alt.
 */
export function bankMove({ key, altKey }: BankKey, index: number, count: number, perLine: number): BankMove | null {
  const target = targetOf(key, index, count, perLine, altKey)
  if (target === null || target < 0 || target >= count || target === index) return null
  return { kind: altKey ? 'carry' : 'focus', index: target }
}

function targetOf(key: string, index: number, count: number, perLine: number, altKey: boolean): number | null {
  const isList = perLine === 1
  switch (key) {
    case 'ArrowUp':
      return index - perLine
    case 'ArrowDown':
      return index + perLine
    case 'ArrowLeft':
      return isList && !altKey ? null : index - 1
    case 'ArrowRight':
      return isList && !altKey ? null : index + 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
