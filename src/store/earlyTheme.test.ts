import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingsKey } from './settings.ts'

test('the script that sets the theme before the first paint reads the same setting', () => {
  expect(readFileSync(new URL('../../public/theme.js', import.meta.url), 'utf8')).toContain(`'${settingsKey}'`)
})
