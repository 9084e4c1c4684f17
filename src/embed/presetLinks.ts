/** A preset as a link, so that the first paint needs neither the presets nor the drawings of the Recall view that come with them. */
export interface PresetLink {
  readonly id: string
  readonly title: string
  readonly link: string
}

/** The document that an embed shows that names none. */
export const defaultLink = 'BH8Pu1Y'

/** `presetLinks.test.ts` compares these with the presets, and prints the lines that a changed preset needs. */
export const presetLinks: readonly PresetLink[] = [
  { id: 'fig2a', title: 'No memory', link: 'BGA5JGKWJlnD89c25ENoAQ' },
  { id: 'fig2b', title: 'One memory', link: 'BGA5JIj1T5jJ5xa9mMdYgg' },
  { id: 'fig2c', title: 'One stable memory', link: 'BGA5fCUVe84hmJs4GpOOSg' },
  { id: 'fig2d', title: 'Two stable memories', link: 'BHBfRlOUXxxqXQYInIreIyo' },
  { id: 'fig4a', title: 'Noise: half and half', link: 'BGQI3BwltdAiSVOAB3n-' },
  { id: 'fig4b', title: 'Noise: the deeper wins', link: 'BGQZWFDBHf6sV5qhvWv-Gg' },
  { id: 'fig5', title: 'Where a memory begins', link: 'BGA5QiCTNEfTdQGwL0CUCtQ' },
  { id: 'equal', title: 'Equal memories', link: 'BGQI3CkKqL_SbZ29kN08VfM' },
  { id: 'threshold', title: 'At the threshold', link: 'BGPIDQlZ4UdQ8NPEY68Q5jjRX5IgD7Jl' },
  { id: 'noise', title: 'Strong noise', link: 'BGQZWFGwR47xxtpOJhAQAbacDqaAhkZB' },
  { id: 'classic', title: 'Classic, with an input', link: 'BC2_y3Im4PutDi8aNAeDOiaA5WID' },
]
