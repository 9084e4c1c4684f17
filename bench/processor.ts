import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

// Processor time as Linux tells it, in /proc. Elsewhere there are no figures.

const TICKS_PER_SECOND = 100

export const canMeasureProcessor = existsSync('/proc/self/stat')

/** State, parent, …: what stands in /proc/PID/stat after the name; null for a process that has ended. */
function statFields(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** A process and all below it. */
function processTree(ancestor: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(all.map((pid) => [pid, Number(statFields(pid)?.[1])]))
  const tree = [ancestor]
  for (const pid of tree) tree.push(...all.filter((other) => parents.get(other) === pid))
  return tree
}

function processorSeconds(pid: number): number {
  return processTree(pid).reduce((sum, member) => {
    const fields = statFields(member)
    return sum + (fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND : 0)
  }, 0)
}

/** Per cent of one core that a process and all below it take, one number a slice of time. */
export async function processorPercent(pid: number, slices: number, seconds: number): Promise<number[]> {
  const values: number[] = []
  for (let slice = 0; slice < slices; slice++) {
    const before = processorSeconds(pid)
    await wait(seconds * 1000)
    values.push((100 * (processorSeconds(pid) - before)) / seconds)
  }
  return values
}
