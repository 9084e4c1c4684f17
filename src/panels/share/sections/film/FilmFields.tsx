import { useEffect, useState } from 'react'
import { supportedFormats } from '../../../../exports/video/filmEncoder.ts'
import { estimatedBytes, filmRefusal, type FilmFormat } from '../../../../exports/video/filmFormat.ts'
import { frameCount } from '../../../../exports/video/framePlan.ts'
import { startsAtInput } from '../../../../experiment/derive.ts'
import type { PictureCapture } from '../../../../store/pictureLab.ts'
import { useLabState } from '../../../../store/useLab.ts'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { Segmented } from '../../../../ui/Segmented.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { Switch } from '../../../../ui/Switch.tsx'
import { counted } from '../../counted.ts'
import { byteText } from './byteText.ts'
import { filmRanges, firstChoice, formatNames, missingFormats, shapeOf, type FilmChoice } from './filmChoice.ts'
import { filmSizes } from './pictureSizes.ts'
import { useFilm } from './useFilm.ts'

const sizeOptions = filmSizes.map(({ value, width, height }) => ({ value, label: `${width} × ${height}` }))
const startOptions = [
  { value: 'reset', label: 'From the start' },
  { value: 'now', label: 'From now' },
] as const
const pathOptions = [
  { value: 'none', label: 'Stays as set' },
  { value: 'onset', label: 'Comes in, from none' },
  { value: 'diagram', label: 'Along the diagram’s path' },
] as const

interface FilmFieldsProps {
  readonly capture: Pick<PictureCapture, 'openStudio'>
  /** There is a camera to turn. */
  readonly canTurn: boolean
}

/** What a film is to be, and the making of it. */
export function FilmFields({ capture, canTurn }: FilmFieldsProps) {
  const [choice, setChoice] = useState(firstChoice)
  const formats = useSupportedFormats(choice)
  const film = useFilm(capture)
  // Until the browser has answered, and where it cannot make the kind that was chosen.
  const [first = 'gif'] = formats ?? []
  const format = formats?.includes(choice.format) === true ? choice.format : first
  const wanted = { ...choice, format, turn: canTurn ? choice.turn : 0 }
  const { shape } = shapeOf(wanted)
  const refusal = filmRefusal(shape)
  const isTurning = wanted.turn !== 0 || choice.path !== 'none'
  const set = (change: Partial<FilmChoice>) => setChoice((before) => ({ ...before, ...change }))

  return (
    <>
      <Segmented
        label="Format"
        isLabelShown
        options={(formats ?? []).map((value) => ({ value, label: formatNames[value] }))}
        value={format}
        onChange={(next) => set({ format: next })}
      />
      {formats && missingFormats(formats) && <p className="share-words">{missingFormats(formats)}</p>}
      <FilmChoices choice={choice} set={set} canTurn={canTurn} />
      <div className="share-buttons">
        {film.progress === null ? (
          <IconButton
            label="Make the film"
            hasText
            tone="main"
            isDisabled={refusal !== null || formats === null}
            onClick={() => void film.make(wanted)}
          />
        ) : (
          <IconButton label="Cancel" hasText onClick={film.cancel} />
        )}
        <span className="share-words">
          {refusal ?? `${counted(frameCount(shape), 'frame')}, about ${byteText(estimatedBytes(shape, isTurning))}`}
        </span>
      </div>
      {film.progress && (
        <div className="share-progress">
          <progress aria-label="Progress of the film" value={film.progress.done} max={film.progress.total} />
          <span>{Math.floor((100 * film.progress.done) / film.progress.total)} %</span>
        </div>
      )}
      <p className="share-words" role="status">
        {film.words}
      </p>
    </>
  )
}

interface ChoicesProps extends Pick<FilmFieldsProps, 'canTurn'> {
  readonly choice: FilmChoice
  readonly set: (change: Partial<FilmChoice>) => void
}

function FilmChoices({ choice, set, canTurn }: ChoicesProps) {
  const hasPath = useLabState((state) => !startsAtInput(state.experiment))
  return (
    <div className="share-fields">
      <Select label="Pixels" options={sizeOptions} value={choice.size} onChange={(size) => set({ size })} />
      <NumberField
        label="Seconds"
        {...filmRanges.durationSeconds}
        value={choice.durationSeconds}
        onChange={(durationSeconds) => set({ durationSeconds })}
      />
      <NumberField label="Frames a second" {...filmRanges.fps} value={choice.fps} onChange={(fps) => set({ fps })} />
      {canTurn && (
        <NumberField
          label="Turn of the camera, in degrees"
          {...filmRanges.turn}
          value={choice.turn}
          onChange={(turn) => set({ turn })}
          tooltip="Over the whole film. After 360 it goes round and round."
        />
      )}
      <Select
        label="Balls"
        options={startOptions}
        value={choice.start}
        onChange={(start) => set({ start })}
        tooltip="From the start, or from where they are now. Particles of the cloud always begin anew."
      />
      {hasPath && (
        <Select
          label="Input"
          options={pathOptions}
          value={choice.path}
          onChange={(path) => set({ path })}
          tooltip="The saliencies can move during the film, and reshape the landscape: from none to what is set, or along the path of the bifurcation diagram."
        />
      )}
      <Switch label="Labels" isOn={choice.hasLabels} onChange={(hasLabels) => set({ hasLabels })} />
    </div>
  )
}

/** Null until the browser has answered. */
function useSupportedFormats(choice: FilmChoice): readonly FilmFormat[] | null {
  const [formats, setFormats] = useState<readonly FilmFormat[] | null>(null)
  const { width, height } = shapeOf(choice).shape
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      const answer = await supportedFormats({ width, height })
      if (isCurrent) setFormats(answer)
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [width, height])
  return formats
}
