/** A preset as a link, so that the first paint needs neither the presets nor the drawings of the Recall view that come with them. */
export interface PresetLink {
  readonly id: string
  readonly title: string
  readonly link: string
}

/** The document that an embed shows that names none. */
export const defaultLink = 'A39OLZE'

/** `presetLinks.test.ts` compares these with the presets, and prints the lines that a changed preset needs. */
export const presetLinks: readonly PresetLink[] = [
  { id: 'fig2a', title: 'No memory', link: 'A2A5JGKWJlnD89c25DBuWQ' },
  { id: 'fig2b', title: 'One memory', link: 'A2A5JIj1T5jJ5xa9mLRe2g' },
  { id: 'fig2c', title: 'One stable memory', link: 'A2A5fCUVe84hmJs4GuCIEg' },
  { id: 'fig2d', title: 'Two stable memories', link: 'A3BfRlOUXxxqXQYInIoTieo' },
  { id: 'fig4a', title: 'Noise: half and half', link: 'A2QI3BwltdAiSVOAn5Bx' },
  { id: 'fig4b', title: 'Noise: the deeper wins', link: 'A2QZWFDBHf6sV5qhvRj4Qg' },
  { id: 'fig5', title: 'Where a memory begins', link: 'A2A5QiCTNEfTdQGwL0BZoBQ' },
  { id: 'equal', title: 'Equal memories', link: 'A2QI3CkKqL_SbZ29kN3x_zM' },
  { id: 'threshold', title: 'At the threshold', link: 'A2PIDQlZ4UdQ8NPEY68Q5jjRX5Ig6DQ9' },
  { id: 'noise', title: 'Strong noise', link: 'A2QZWFGwR47xxtpOJhAQAbacDqaAYcAZ' },
  { id: 'classic', title: 'Classic, with an input', link: 'Ay2_y3Im4PutDi8aNAeDOiaAy2hn' },
]
