import { documentFileName, documentSuffix } from '../../experiment/file/documentFile.ts'
import { presets } from '../../experiment/presets/presets.ts'
import { useLabState } from '../../store/useLab.ts'

/** What the present document is called: the title of the preset that it still is, or nothing. */
export function useTitle(): string {
  return useLabState((state) => presets.find((preset) => preset.id === state.presetId)?.title ?? '')
}

/** The base of a file name for what is exported, such as `two-stable-memories`; the caller adds a dot and the kind. */
export function useFileName(): string {
  return documentFileName(useTitle()).slice(0, -documentSuffix.length)
}
