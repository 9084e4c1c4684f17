import './mathFace.ts'
import './Symbol.css'

interface SymbolProps {
  /** One letter, Greek or Latin: `α`, `ξ`, `x`. */
  readonly base: string
  readonly sub?: string | number | undefined
  readonly sup?: string | number | undefined
  /** A true minus before it. */
  readonly isNegative?: boolean | undefined
  /** What to say instead of "alpha 1". */
  readonly label?: string | undefined
}

const spokenLetters: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  λ: 'lambda',
  μ: 'mu',
  ξ: 'xi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  ψ: 'psi',
  Δ: 'delta',
}

function spoken({ base, sub, sup, isNegative }: SymbolProps): string {
  const words = [isNegative ? 'minus' : '', spokenLetters[base] ?? base, sub ?? '', sup === '*' ? 'star' : (sup ?? '')]
  return words.filter((word) => word !== '').join(' ')
}

/** A symbol as the formulas have it (italic letter, upright digits), light enough for labels and tables. */
export function Symbol(props: SymbolProps) {
  const { base, sub, sup, isNegative, label } = props
  return (
    <span className="symbol" role="img" aria-label={label ?? spoken(props)}>
      {isNegative && <span className="symbol-sign">−</span>}
      <span className="symbol-base">{base}</span>
      {sup !== undefined && <span className="symbol-sup">{sup}</span>}
      {sub !== undefined && <span className="symbol-sub">{sub}</span>}
    </span>
  )
}
