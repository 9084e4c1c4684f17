import { usual3 } from './usual3.ts'

const { recall } = usual3

/**
 * The default document of version 3 since its slice follows the two leading memories. It may not change: links of form 4 leave out what is as here.
 */
export const usual4 = { ...usual3, recall: { ...recall, slice: { ...recall.slice, memories: null } } }
