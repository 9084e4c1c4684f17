import { createLabIn, type LabBeginning } from './createLabIn.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import type { Lab } from './lab.ts'

export interface LabOptions extends LabBeginning {
  readonly environment?: Environment
}

/** Makes a lab and starts its engine at once, before anything is drawn; in the browser as it is, where nothing else is said. */
export function createLab({ environment = browserEnvironment(), ...beginning }: LabOptions = {}): Lab {
  return createLabIn(environment, beginning)
}
