import { ranges } from '../../experiment/ranges.ts'
import { pathEditAbout, withPathEnds, type PathEnds } from '../../plots/regimePathEdit.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import '../panels.css'
import './DiagramPanel.css'

const ends = [
  { end: 0, name: 'A' },
  { end: 1, name: 'B' },
] as const

/** The path in numbers: where there is no map beside the diagram, and for an exact place. `isRay`: from no input through B. */
export function DiagramPathFields({ isRay }: { readonly isRay: boolean }) {
  const { store } = useLab()
  const path = useLabState((state) => state.experiment.view.phase.diagram.path)
  const place = (end: 0 | 1, axis: 0 | 1, value: number) => {
    const [x1, x2] = path[end]
    const moved = axis === 0 ? ([value, x2] as const) : ([x1, value] as const)
    const next: PathEnds = end === 0 ? [moved, path[1]] : [path[0], moved]
    store.getState().edit(withPathEnds(next), pathEditAbout)
  }
  return (
    <Disclosure title="The path in numbers">
      <div className="diagram-path-fields">
        {ends
          .filter(({ end }) => end === 1 || !isRay)
          .map(({ end, name }) => (
            <div className="panel-row" key={name}>
              <span className="diagram-end">{name}</span>
              {([0, 1] as const).map((axis) => (
                <NumberField
                  key={axis}
                  label={`${name}, saliency of memory ${axis + 1}`}
                  symbol={
                    <>
                      <Symbol base="α" sub={axis + 1} /> =
                    </>
                  }
                  value={path[end][axis]}
                  min={ranges.saliency.low}
                  max={ranges.saliency.high}
                  step={0.01}
                  widthInDigits={6}
                  onChange={(value) => place(end, axis, value)}
                />
              ))}
            </div>
          ))}
      </div>
    </Disclosure>
  )
}
