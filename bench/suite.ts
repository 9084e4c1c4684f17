// What is bundled for Node and for a worker: the subjects, and how their figures are read.
export { figuresOf, formatFigures, gateShare, gatesOf } from './figures.ts'
export { runSuite } from './subjects.ts'
