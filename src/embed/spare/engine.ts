import { createMainThreadPort } from '../../engine/mainThreadPort.ts'
import { embedParts } from '../stage.ts'

embedParts().createMainThreadPort = () => createMainThreadPort()
