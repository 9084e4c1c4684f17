import type { AnalysisPart } from '../../store/analysis/analysis.ts'
import { useAnalysis } from '../../store/analysis/useAnalysis.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Why a part of the analysis has no result; nothing where it has one. */
export function TaskFailure({ part }: { readonly part: AnalysisPart }) {
  const sentence = useAnalysis((cell) => cell.failures.find((failure) => failure.part === part)?.sentence ?? null)
  return sentence === null ? null : <Notice tone="warning">{sentence}</Notice>
}
