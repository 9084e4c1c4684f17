import type { LaneKind } from '../../experiment/recall/recallSettings.ts'

/** A lane's verdict at one look. */
export interface LaneVerdictNow {
  readonly kind: LaneKind
  /** `verdictKey`. */
  readonly key: string
  readonly title: string
  readonly sentence: string
}

/** What was seen at the last look, and what was said last, of each lane. */
export interface VerdictMemory {
  readonly seen: ReadonlyMap<LaneKind, string>
  readonly said: ReadonlyMap<LaneKind, string>
}

export const noVerdicts: VerdictMemory = { seen: new Map(), said: new Map() }

/**
 * What to announce: verdicts that held over two looks and were not the last thing said of their lane. A lane that is on its way is not
 * announced; what it comes to afterwards is, even if it is the same as before.
 */
export function verdictNews(
  memory: VerdictMemory,
  now: readonly LaneVerdictNow[],
): { readonly memory: VerdictMemory; readonly sentences: readonly string[] } {
  const said = new Map<LaneKind, string>()
  const sentences: string[] = []
  for (const { kind, key, title, sentence } of now) {
    const before = memory.said.get(kind)
    if (key === 'moving') continue
    if (memory.seen.get(kind) !== key) {
      if (before !== undefined) said.set(kind, before)
      continue
    }
    if (before !== key) sentences.push(`${title}: ${sentence}`)
    said.set(kind, key)
  }
  return { memory: { seen: new Map(now.map(({ kind, key }) => [kind, key])), said }, sentences }
}
