import { useId, useState } from 'react'
import { runParts, type RunPart } from '../../../engine/headless/run/results.ts'
import { longestDuration, usualDuration, usualParts } from '../../../engine/headless/run/wish.ts'
import { useLabState } from '../../../store/useLab.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select, type SelectOption } from '../../../ui/Select.tsx'
import { partWords, type DataFormat } from './data/dataFile.ts'
import { useDataRun } from './data/useDataRun.ts'
import type { SectionProps } from './sectionProps.ts'
import './DataSection.css'

const formats: readonly SelectOption<DataFormat>[] = [
  { value: 'csv', label: 'CSV, one file per table' },
  { value: 'json', label: 'JSON, all in one' },
]
const shortestDuration = 0.1
const percent = 100

/** The numbers of a run as a file: the same that the command line gives. */
export function DataSection({ viewHash }: SectionProps) {
  const experiment = useLabState((state) => state.experiment)
  const view = viewHash.startsWith('#/recall') ? 'recall' : 'landscape'
  const [parts, setParts] = useState<ReadonlySet<RunPart>>(() => new Set(usualParts(experiment, view)))
  const [format, setFormat] = useState<DataFormat>('csv')
  const [duration, setDuration] = useState(() => usualDuration(experiment)[view])
  const { share, words, start, cancel } = useDataRun(viewHash)
  const id = useId()
  const isRunning = share !== null
  const hasTime = parts.has('trajectories') || parts.has('recall')
  const isNoiseless = experiment.noise.strength === 0

  const toggle = (part: RunPart, isOn: boolean) =>
    setParts((before) => new Set(runParts.filter((other) => (other === part ? isOn : before.has(other)))))

  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>Data</h3>
      <p>
        The experiment is run once more, from its start, in the background. Every file says with which version, with
        which seed where there is chance in it, and has the link, where one can hold the document.
      </p>
      <fieldset className="data-parts">
        <legend>What to save</legend>
        {runParts.map((part) => (
          <label key={part} className="data-part">
            <input type="checkbox" checked={parts.has(part)} onChange={(event) => toggle(part, event.target.checked)} />
            <span>
              {partWords[part].label}
              <small>
                {part === 'density' && isNoiseless ? 'There is none without noise.' : partWords[part].about}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="share-fields">
        <Select label="Format" options={formats} value={format} onChange={setFormat} />
        {hasTime && (
          <NumberField
            label="How long, in time units"
            min={shortestDuration}
            max={longestDuration}
            step={1}
            value={duration}
            onChange={setDuration}
          />
        )}
      </div>
      <div className="share-buttons">
        {isRunning ? (
          <>
            <IconButton label="Cancel" hasText onClick={cancel} />
            <progress className="share-progress" aria-label="Run" value={percent * share} max={percent} />
          </>
        ) : (
          <IconButton
            label={`Run and save as ${format === 'csv' ? 'CSV' : 'JSON'}`}
            hasText
            tone="main"
            isDisabled={parts.size === 0}
            tooltip={parts.size === 0 ? 'Choose something to save.' : undefined}
            onClick={() => start({ parts: [...parts], duration, samples: null }, format)}
          />
        )}
      </div>
      <p className="share-words" role="status">
        {words}
      </p>
    </section>
  )
}
