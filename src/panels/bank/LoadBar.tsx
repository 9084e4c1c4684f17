interface LoadBarProps {
  readonly load: number
  readonly criticalLoad: number
  /** Beyond the limit, where it is that of the rule. */
  readonly isBeyond: boolean
}

/** The limit stands at two thirds of the bar, so that being beyond it can be seen too. */
const limitShare = 2 / 3

/** The load as a filled bar with a mark at the limit. The same is said in words under it. */
export function LoadBar({ load, criticalLoad, isBeyond }: LoadBarProps) {
  const share = Math.min(1, (load / criticalLoad) * limitShare)
  return (
    <div className="load-bar" data-beyond={isBeyond || undefined} aria-hidden="true">
      <span className="load-bar-fill" style={{ width: `${100 * share}%` }} />
      <span className="load-bar-limit" style={{ left: `${100 * limitShare}%` }}>
        <small>{criticalLoad.toFixed(3)}</small>
      </span>
    </div>
  )
}
