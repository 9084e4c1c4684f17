import { useMemo, useRef, type CSSProperties } from 'react'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { CorruptedInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { formatFixed, formatShort } from '../../ui/formatNumber.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { PixelPicture } from '../../ui/pixels/PixelPicture.tsx'
import { Select } from '../../ui/Select.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { MemoryGlyph } from '../memoryMark.tsx'
import { nextSeed } from '../numerics.ts'
import { usePictureFit } from '../race/usePictureFit.ts'
import { partsOf, shownCorruption, shownFlips, shownFlipsWords } from './corruption.ts'
import { leadingIn } from './leadingIn.ts'
import { OcclusionFields } from './OcclusionFields.tsx'
import { useInputPicture, type EditedInput } from './useEditedInput.ts'
import { WindowFrame } from './WindowFrame.tsx'

/** The input as a memory with some of it flipped, noisy or hidden. */
export function CueCorrupt({ edited }: { readonly edited: EditedInput }) {
  const { memories, size, input, edit } = edited
  const picture = useInputPicture(edited)
  const { columns, rows } = size
  const neuronCount = columns * rows
  const leading = useMemo(() => leadingIn({ memories, size }, input), [memories, size, input])
  const shown = shownCorruption({ memories }, input, leading)
  const memory = memories.find(({ id }) => id === shown.memory)
  const parts = partsOf(memory?.name ?? '')
  const boxRef = useRef<HTMLDivElement>(null)
  const fit = usePictureFit(boxRef, columns, rows)
  const change = (patch: Partial<CorruptedInput>, label: string, gesture?: string) =>
    edit((now, present) => ({ ...shownCorruption(now, present, leading), ...patch }), label, gesture)
  const { occlusion } = shown
  const isRandom = shown.flips > 0 || shown.noise > 0

  return (
    <div className="cue-corrupt">
      {input.kind !== 'corrupted' && (
        <p className="panel-words">
          The present input is no corrupted memory. With the first change here it becomes one.
        </p>
      )}
      <div className="cue-memory">
        <MemoryGlyph id={shown.memory} />
        <Select
          label="Memory"
          options={memories.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(shown.memory)}
          onChange={(id) => change({ memory: Number(id) }, 'Corrupt another memory')}
        />
      </div>
      <div
        className="cue-picture"
        ref={boxRef}
        style={{ '--picture-shape': Math.min(1, columns / rows) } as CSSProperties}
      >
        <PixelPicture
          columns={columns}
          rows={rows}
          pixels={picture.pixels}
          coding={picture.coding}
          label={`The input${memory && input.kind === 'corrupted' ? `: ${memory.name}, corrupted` : ''}`}
        />
        {input.kind === 'corrupted' && occlusion.kind === 'window' && (
          <WindowFrame
            window={occlusion.window}
            size={size}
            fit={fit}
            onChange={(window) => change({ occlusion: { ...occlusion, window } }, 'Move the window', 'window')}
          />
        )}
      </div>
      <p className="panel-words">
        {formatFixed(100 * picture.unknownShare, 0)} % of the pixels are unknown to the network.
      </p>
      <OcclusionFields
        occlusion={occlusion}
        parts={parts}
        onChange={(next) => change({ occlusion: next }, 'Hide a part')}
      />
      <Slider
        label="Flips"
        value={Math.min(shown.flips, neuronCount)}
        min={0}
        max={neuronCount}
        step={1}
        unit={`of ${formatShort(neuronCount, 5)}`}
        tooltip="Exactly so many pixels of the memory, chosen by the seed, turn to their opposite, those that are hidden too."
        onChange={(flips) => change({ flips }, 'Flip pixels', 'flips')}
      />
      {shown.flips > 0 && occlusion.kind !== 'none' && <FlipsInSight memories={memories} size={size} input={shown} />}
      <Slider
        label="Pixel noise"
        value={shown.noise}
        min={recallRanges.pixelNoise.low}
        max={recallRanges.pixelNoise.high}
        step={0.05}
        tooltip="Standard deviation of the normal numbers added to the pixels (ink is 1, paper −1)."
        onChange={(noise) => change({ noise }, 'Noise in the input', 'pixel-noise')}
      />
      <div className="cue-buttons">
        <IconButton
          icon="dice"
          label="New seed"
          hasText
          isDisabled={!isRandom}
          tooltip={
            isRandom
              ? 'Other flips and other noise, as many and as strong.'
              : 'Nothing is left to chance: add flips or noise first.'
          }
          onClick={() => change({ seed: nextSeed(shown.seed) }, 'New seed of the input')}
        />
        <span className="cue-seed">
          <Symbol base="N" /> = {formatShort(neuronCount, 5)}, seed {shown.seed}
        </span>
      </div>
    </div>
  )
}

interface FlipsInSightProps extends Pick<RecallSettings, 'memories' | 'size'> {
  readonly input: CorruptedInput
}

function FlipsInSight({ memories, size, input }: FlipsInSightProps) {
  const count = useMemo(() => shownFlips({ memories, size }, input), [memories, size, input])
  return <p className="panel-words">{shownFlipsWords(count, Math.min(input.flips, size.columns * size.rows))}</p>
}
