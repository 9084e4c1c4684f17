import { useState } from 'react'
import { useCell } from '../../store/useCell.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import type { HistogramFacts } from './auditChecks.ts'
import { createHistogramWatch } from './histogramWatch.ts'

const readingsPerSecond = 2

/** The cloud against the density; null without a cloud, and until the density has come. */
export function useHistogram(): HistogramFacts | null {
  const { analysis } = useLab()
  const noise = useLabState((state) => state.experiment.noise.strength)
  const [watch] = useState(createHistogramWatch)
  return useCell((cell) => watch(cell, analysis.cell, noise), readingsPerSecond)
}
