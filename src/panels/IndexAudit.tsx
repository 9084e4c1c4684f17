import { indexSum } from '../model/equilibria.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import './panels.css'

interface IndexAuditProps {
  readonly equilibria: readonly NamedEquilibrium[]
}

/** The check that no equilibrium was missed: stable + source − saddle = 1. */
export function IndexAudit({ equilibria }: IndexAuditProps) {
  if (equilibria.length === 0) return null
  const sum = indexSum(equilibria)
  const isMarginal = equilibria.some((point) => point.isMarginal)
  const verdict = isMarginal
    ? 'On a border the index is not defined.'
    : sum === 1
      ? 'Index sum 1 ✓'
      : `Index sum ${sum}, and it should be 1: an equilibrium is missing.`
  return (
    <Disclosure title={verdict}>
      <p className="panel-words">
        Stable points and sources count +1, saddles −1. Over the whole plane the sum is always 1 (Poincaré–Hopf):
        another sum would mean that one was missed. On a border, where an eigenvalue is zero, a point has no such sign.
      </p>
    </Disclosure>
  )
}
