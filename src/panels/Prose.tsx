import { createElement, Fragment } from 'react'
import { Symbol } from '../ui/Symbol.tsx'
import './Prose.css'

interface ProseProps {
  /** Plain words, as they are also announced: α₁, 'memory 2'. */
  readonly text: string
}

const subscripts: Record<string, string> = { '₁': '1', '₂': '2' }
const special = /([αx][₁₂]|[Mm]emory [12])/

/** A sentence with its symbols typeset and the memories in their colours. */
export function Prose({ text }: ProseProps) {
  return createElement(Fragment, null, ...text.split(special).map(typeset))
}

function typeset(part: string) {
  const memory = /^[Mm]emory ([12])$/.exec(part)?.[1]
  if (memory !== undefined) {
    return (
      <b className="prose-memory" data-memory={memory}>
        {part}
      </b>
    )
  }
  return special.test(part) ? <Symbol base={part.charAt(0)} sub={subscripts[part.charAt(1)]} /> : part
}
