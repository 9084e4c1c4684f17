import { embedParts } from '../stage.ts'
import { startLive } from './startLive.ts'

embedParts().startLive = startLive
