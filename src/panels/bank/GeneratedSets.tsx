import { useState } from 'react'
import type { GenerateWish } from '../../experiment/recall/generate.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { lazyPart } from '../../ui/lazyPart.tsx'
import type { BankActions } from './bankActions.ts'

const GeneratedSetsForm = lazyPart(async () => (await import('./GeneratedSetsForm.tsx')).GeneratedSetsForm)

const firstWish: GenerateWish = { kind: 'random', count: 8, correlation: 0.5, seed: 1 }

interface GeneratedSetsProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly actions: BankActions
}

/** Sets of memories made by rule. What was wished is still there when it is opened again. */
export function GeneratedSets({ isOpen, onClose, actions }: GeneratedSetsProps) {
  const [wish, setWish] = useState(firstWish)
  return (
    <Dialog title="Generated set" isOpen={isOpen} onClose={onClose}>
      <GeneratedSetsForm wish={wish} onWish={setWish} onClose={onClose} actions={actions} />
    </Dialog>
  )
}
