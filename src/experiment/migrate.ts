import { defaultRecall } from './recall/defaultRecall.ts'

/**
 * A document of an older version as one of the present version; anything else as it is. Version 2 added the part `recall`: an older
 * document gets the default one.
 */
export function migrate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) return value
  // A part that version 1 did not have stays where it is found, to be refused or read by the schema.
  return { recall: defaultRecall, ...value, version: 2 }
}
