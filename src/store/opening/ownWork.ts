import { keepUnchanged } from '../../engine/session/keepUnchanged.ts'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { parseDocument } from '../../experiment/file/documentFile.ts'
import { matchingPreset, runParts } from '../matchingPreset.ts'
import { isLooking } from '../readOnly.ts'
import type { SettingsStorage } from '../settings.ts'
import { keepEarlierWork, longestWork, readTexts, writeTexts } from '../work.ts'

/** The documents that were opened last, newest first, as they came: a list of texts in JSON. */
const openedKey = 'memoryscape.work.opened'
const mostOpened = 5
const longestOpened = 1_000_000

/** Remembers a document as it came from a link, a file or a preset: as long as it is unchanged, it is nobody's own work. */
export function rememberOpened(storage: SettingsStorage | null, experiment: Experiment): void {
  const text = JSON.stringify(experiment)
  let length = 0
  const texts = [text, ...readTexts(storage, openedKey).filter((other) => other !== text)]
    .slice(0, mostOpened)
    .filter((each) => (length += each.length) <= longestOpened)
  // Where it cannot be kept, the document counts as one's own: better one too many.
  writeTexts(storage, openedKey, texts)
}

/** Keeps a document aside that is about to be replaced, unless it has nothing of a person's own. */
export function putAside(storage: SettingsStorage | null, experiment: Experiment): void {
  const text = JSON.stringify(experiment)
  if (text.length > longestWork || !isOwn(storage, experiment)) return
  keepEarlierWork(storage, text, (other) => {
    const parsed = parseDocument(other)
    return parsed.ok && isSameBut(parsed.experiment, experiment)
  })
}

/** True where only the view and the speed may differ from the default document. */
export function isUntouched(experiment: Experiment): boolean {
  return isSameBut(defaultExperiment, experiment)
}

/** False where the two neurons, and the network of pixels, each are as in the default document, in a preset or in something that was opened. */
function isOwn(storage: SettingsStorage | null, experiment: Experiment): boolean {
  const opened = readTexts(storage, openedKey).map(parseDocument)
  const known = [defaultExperiment, ...opened.flatMap((parsed) => (parsed.ok ? [parsed.experiment] : []))]
  const { recall } = experiment
  const isPairKnown =
    matchingPreset(experiment) !== null || known.some((one) => isSameBut({ ...one, recall }, experiment))
  const pair = Object.fromEntries(runParts.map((part) => [part, experiment[part]])) as Partial<Experiment>
  return !isPairKnown || !known.some((one) => isSameBut({ ...one, ...pair }, experiment))
}

/** True where two documents differ only in how they are looked at. */
function isSameBut(one: Experiment, other: Experiment): boolean {
  return isLooking(one, keepUnchanged(one, other))
}
