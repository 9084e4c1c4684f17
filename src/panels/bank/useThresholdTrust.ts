import { useLabState } from '../../store/useLab.ts'
import { thresholdTrust, type ThresholdTrust } from './gramWords.ts'
import { useBankGram } from './useBankGram.ts'

/** How far the thresholds hold for the memories in force; null as long as these have not been compared. */
export function useThresholdTrust(): ThresholdTrust | null {
  const rule = useLabState((state) => state.experiment.recall.network.rule)
  const found = useBankGram()
  return found && thresholdTrust(found.strongest, rule)
}
