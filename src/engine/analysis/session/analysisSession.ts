import type { TwoNeuronSystem } from '../../../model/twoNeurons.ts'
import type { AnalysisCommand, AnalysisEvent } from '../protocol.ts'
import { planOf, type PlannedTask, type Slot } from './analysisPlan.ts'
import { createTaskRunner, type AnswerBody } from './taskRunner.ts'
import type { AnalysisTools, Work } from './work.ts'

/** After so long without an event the page is told that the work goes on. */
const longestSilenceMs = 500

/** The engine of the analysis without a thread. */
export interface AnalysisSession {
  /** Takes a wish; the work is done by `advance`. */
  readonly handle: (command: AnalysisCommand) => readonly AnalysisEvent[]
  /** One piece of work of at most about 10 ms, between which the caller looks for new commands. */
  readonly advance: () => readonly AnalysisEvent[]
  readonly hasWork: boolean
}

/** A task that has begun. */
interface RunningTask {
  readonly plan: PlannedTask
  readonly work: Work<AnswerBody>
}

/**
 * The newest wish wins: what it does not want any more is dropped in the middle, but for one thing. A coarse result that has begun is finished
 * (it is a matter of milliseconds), so that wishes in quick succession, a drag, still see one result after the other.
 */
export function createAnalysisSession(tools: AnalysisTools): AnalysisSession {
  const runner = createTaskRunner(tools)
  /** Keys of what the page has, by slot. */
  const finished = new Map<Slot, string>()
  let request = 0
  let system: TwoNeuronSystem | null = null
  let plans: readonly PlannedTask[] = []
  let running: RunningTask | null = null
  let lastEventMs = tools.now()

  const isFinished = ({ slot, key }: PlannedTask) => finished.get(slot) === key

  /** What is left of the plan, in order. */
  function remaining(): PlannedTask[] {
    return plans.filter((plan) => {
      const refined = plans.find(({ slot }) => slot === plan.refinedBy)
      return !isFinished(plan) && (refined === undefined || !isFinished(refined))
    })
  }

  function study(next: PlannedTask[]) {
    plans = next
    const keys = new Map(plans.map(({ slot, key }) => [slot, key]))
    for (const [slot, key] of finished) if (keys.get(slot) !== key) finished.delete(slot)
    if (running === null) return
    const { slot, key, refinedBy } = running.plan
    const isStillWanted = keys.get(slot) === key
    const isAlmostDone = refinedBy !== null && keys.has(slot)
    if (!isStillWanted && !isAlmostDone) running = null
  }

  function finish(plan: PlannedTask, body: AnswerBody): AnalysisEvent[] {
    running = null
    lastEventMs = tools.now()
    // A coarse result of the wish before does not answer the present one.
    if (plans.includes(plan) || plans.some(({ key }) => key === plan.key)) finished.set(plan.slot, plan.key)
    const answer: AnalysisEvent = { ...body, request }
    return remaining().length === 0 ? [answer, { kind: 'done', request }] : [answer]
  }

  function advance(): AnalysisEvent[] {
    const next = running?.plan ?? remaining()[0]
    if (next === undefined || system === null) return []
    try {
      running ??= { plan: next, work: runner.begin(system, next.spec) }
      if (running.work.advance()) return finish(next, running.work.result())
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return finish(next, { kind: 'failed', task: next.task, sentence: failureSentence(next, reason) })
    }
    if (tools.now() - lastEventMs < longestSilenceMs) return []
    lastEventMs = tools.now()
    return [{ kind: 'working', request }]
  }

  return {
    handle(command) {
      if (command.kind === 'stop') {
        // Forgets what the page has as well: it may throw results away that it does not want.
        plans = []
        running = null
        finished.clear()
        return []
      }
      request = command.request
      system = command.wish.system
      study(planOf(command.wish))
      lastEventMs = tools.now()
      return running === null && remaining().length === 0 ? [{ kind: 'done', request }] : []
    },
    advance,
    get hasWork() {
      return running !== null || remaining().length > 0
    },
  }
}

const taskWords: Readonly<Record<PlannedTask['task'], string>> = {
  basins: 'The basins',
  density: 'The stationary density',
  escape: 'The escape times',
  'escape-curve': 'The curve of escape times',
  diagram: 'The bifurcation diagram',
  audit: 'The check of the basins',
}

function failureSentence({ task }: PlannedTask, reason: string): string {
  return `${taskWords[task]} could not be computed: ${reason}`
}
