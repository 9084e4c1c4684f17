import { useCallback, useMemo } from 'react'
import { mixInput, setFader } from '../../experiment/recall/recallEdits.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useLab } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { PixelPicture } from '../../ui/pixels/PixelPicture.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { amountsOf } from './faderFill.ts'
import { ThumbnailFader } from './ThumbnailFader.tsx'
import { useInputPicture, type EditedInput } from './useEditedInput.ts'

/** The input as a mixture of memories: a board of faders, and what they make beside it. */
export function CueMix({ edited }: { readonly edited: EditedInput }) {
  const { memories, size, input } = edited
  const picture = useInputPicture(edited)
  const mixture = useMemo(() => mixInput({ memories, size, input }, input), [memories, size, input])
  const amounts = amountsOf(mixture.faders)
  const { store } = useLab()
  const keyframeId = edited.keyframe?.id ?? null
  // The faders are many and must not all render when one moves: they get a function that stays.
  const change = useCallback(
    (memory: number, amount: number) =>
      editRecall(store, (now) => setFader(now, memory, amount, keyframeId), {
        label: 'Mix the input',
        gesture: `mix ${memory} ${keyframeId ?? ''}`,
      }),
    [store, keyframeId],
  )
  const shown = memories.filter(({ id, isOn }) => isOn || (amounts.get(id) ?? 0) !== 0)

  return (
    <div className="cue-mix">
      {input.kind !== 'mix' && (
        <p className="panel-words">The nearest mixture to the present input. Move a fader to make it the input.</p>
      )}
      <div className="mix-board">
        <figure className="mix-sum">
          <PixelPicture
            columns={size.columns}
            rows={size.rows}
            pixels={picture.pixels}
            coding={picture.coding}
            label="The input that the faders make"
          />
          <figcaption>the input</figcaption>
        </figure>
        <div className="mix-faders" role="group" aria-label="Faders, one for each memory">
          {shown.map((memory, place) => (
            <ThumbnailFader
              key={memory.id}
              memory={memory}
              size={size}
              place={place}
              amount={amounts.get(memory.id) ?? 0}
              onChange={change}
            />
          ))}
        </div>
      </div>
      <div className="cue-buttons">
        <Switch
          label="Shares"
          isOn={mixture.isNormalised}
          tooltip="Divides all amounts by the sum of their sizes: they become shares of one picture."
          onChange={(isNormalised) =>
            edited.edit((now, present) => ({ ...mixInput(now, present), isNormalised }), 'Mix in shares')
          }
        />
        <IconButton
          icon="clear"
          label="All to 0"
          hasText
          tooltip="All faders to zero: the network is shown nothing."
          onClick={() =>
            edited.edit((now, present) => ({ ...mixInput(now, present), faders: [] }), 'All faders to zero')
          }
        />
      </div>
    </div>
  )
}
