import { layout3 } from './layout3.ts'
import { usual4 } from './usual4.ts'

/** How a link of form 4 holds a document of version 3: as one of form 3, beside another usual document. Links lie in the wild: it may not change. */
export const layout4 = { shape: layout3.shape, usual: usual4 } as const
