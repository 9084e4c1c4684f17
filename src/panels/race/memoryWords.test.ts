import { expect, it } from 'vitest'
import { memoryNames, memoryPhrase, sentenceCase } from './memoryWords.ts'

it('has an article for the animals of the library, and none for letters and names', () => {
  expect(memoryPhrase('Cat')).toBe('the cat')
  expect(memoryPhrase('A')).toBe('A')
  expect(memoryPhrase('Grandma')).toBe('Grandma')
  expect(memoryPhrase('Cat 2')).toBe('Cat 2')
  expect(sentenceCase(memoryPhrase('Dog'))).toBe('The dog')
  expect(memoryNames([{ id: 4, name: 'Owl', isOn: true, bits: '' }]).get(4)).toBe('Owl')
})
