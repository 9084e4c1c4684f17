import { describe, expect, it } from 'vitest'
import { defaultRecall } from '../../experiment/recall/defaultRecall.ts'
import { recallPresets } from '../../experiment/recall/recallPresets.ts'
import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { hasSameRun, withPreset } from './samePreset.ts'

const mine: RecallSettings = {
  ...defaultRecall,
  playback: { speed: 3 },
  slice: { ...defaultRecall.slice, picture: 'map' },
}

describe('presets of the Recall view', () => {
  it('keep the person’s view and speed', () => {
    for (const { recall } of recallPresets) {
      const next = withPreset(mine, recall)
      expect(next.playback).toBe(mine.playback)
      expect(next.slice.picture).toBe('map')
      expect(next.slice.camera).toBe(mine.slice.camera)
      expect(next.slice.lane).toBe(recall.slice.lane)
      expect(next.memories).toBe(recall.memories)
    }
  })

  it('are known again, whatever the view, and told apart', () => {
    for (const { id, recall } of recallPresets) {
      const loaded = structuredClone(withPreset(mine, recall))
      expect(recallPresets.filter((preset) => hasSameRun(loaded, preset.recall)).map((preset) => preset.id)).toEqual([
        id,
      ])
    }
  })

  it('are left by the smallest edit of the run', () => {
    const { memories } = defaultRecall
    const renamed = { ...defaultRecall, memories: [{ ...memories[0], name: 'x' }, ...memories.slice(1)] }
    expect(hasSameRun(renamed, defaultRecall)).toBe(false)
    expect(hasSameRun({ ...defaultRecall, lanes: ['idp'] }, { ...defaultRecall, lanes: ['idp', 'binary-sync'] })).toBe(
      false,
    )
  })
})
