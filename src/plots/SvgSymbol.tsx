interface SvgSymbolProps {
  readonly base: string
  readonly sub?: string | number | undefined
  readonly sup?: string | number | undefined
}

/** A symbol inside an SVG `<text>`, in the faces of the formulas. */
export function SvgSymbol({ base, sub, sup }: SvgSymbolProps) {
  const script = sub ?? sup
  return (
    <>
      <tspan className="plot-symbol">{base}</tspan>
      {script !== undefined && (
        <tspan className="plot-script" dx="0.05em" dy={sub === undefined ? '-0.45em' : '0.3em'}>
          {script}
        </tspan>
      )}
    </>
  )
}
