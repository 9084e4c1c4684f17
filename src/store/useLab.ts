import { useContext } from 'react'
import { useStore } from 'zustand'
import type { Lab } from './lab.ts'
import { LabContext } from './LabProvider.tsx'
import type { LabState } from './labState.ts'

/** The lab around this component. */
export function useLab(): Lab {
  const lab = useContext(LabContext)
  if (lab === null) throw new Error('This component needs a LabProvider around it.')
  return lab
}

/** A part of what the person set. The selector must give the same object as long as nothing changed. */
export function useLabState<T>(selector: (state: LabState) => T): T {
  return useStore(useLab().store, selector)
}
