/** What to do after a session has died: decided from the times of the deaths, so that it is tested without any. */
export type Revival = 'restart' | 'fall-back'

const deathsBeforeFallBack = 3
const withinMs = 60_000

/**
 * A session that never answered cannot start here, and three deaths within a minute will be followed by a fourth: both go to the page's own
 * thread. `deathsMs`: the times of all deaths up to now, ascending, the present one last.
 */
export function revival(deathsMs: readonly number[], hasEverAnswered: boolean): Revival {
  if (!hasEverAnswered) return 'fall-back'
  const last = deathsMs.at(-1) ?? 0
  const recent = deathsMs.filter((death) => last - death < withinMs)
  return recent.length >= deathsBeforeFallBack ? 'fall-back' : 'restart'
}
