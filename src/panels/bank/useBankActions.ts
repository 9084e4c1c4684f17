import { useMemo } from 'react'
import { useRecall } from '../../store/recall/useRecall.ts'
import { useLab } from '../../store/useLab.ts'
import { makeBankActions, type BankActions } from './bankActions.ts'
import { undoKeys } from './undoKeys.ts'

/** What can be done to the bank of the lab around this component. The same object as long as the lab is. */
export function useBankActions(): BankActions {
  const { store } = useLab()
  const recall = useRecall()
  return useMemo(() => makeBankActions(store, recall, undoKeys(navigator.userAgent)), [store, recall])
}
