import { expect, it } from 'vitest'
import { sizeRefusal } from './captureLimits.ts'

it('four times a large screen is drawn, more is refused with the limit', () => {
  expect(sizeRefusal({ width: 4 * 1920, height: 4 * 1080 })).toBeNull()
  expect(sizeRefusal({ width: 8192, height: 8192 })).toMatch(/^That would be 8,192 × 8,192 pixels\. The limit is 8,192/)
  expect(sizeRefusal({ width: 8193, height: 10 })).toMatch(/40 million in all/)
})
