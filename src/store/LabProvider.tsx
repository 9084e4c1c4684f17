import { createContext, type ReactNode } from 'react'
import type { Lab } from './lab.ts'

export const LabContext = createContext<Lab | null>(null)

/** Makes a lab known to everything inside. The lab is made, and disposed of, outside React. */
export function LabProvider({ lab, children }: { readonly lab: Lab; readonly children: ReactNode }) {
  return <LabContext value={lab}>{children}</LabContext>
}
