import { useMemo, useState } from 'react'
import { juliaScript, numpyScript, type ScriptView } from '../../../exports/script/script.ts'
import { useLabState } from '../../../store/useLab.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { CodeField } from '../CodeField.tsx'
import { counted } from '../counted.ts'
import { saveFile } from '../saveFile.ts'
import { shownHeader } from '../shownHeader.ts'
import { useFileName, useTitle } from '../useFileName.ts'
import type { SectionProps } from './sectionProps.ts'

type Language = 'numpy' | 'julia'

const languages = [
  { value: 'numpy', label: 'NumPy' },
  { value: 'julia', label: 'Julia' },
] as const

const endings: Readonly<Record<Language, string>> = { numpy: 'py', julia: 'jl' }

const contents: Readonly<Record<ScriptView, string>> = {
  landscape: 'the energy, all equilibria, the thresholds, and the way of each ball from its start',
  recall: 'the memories, the input, and what each model of the race recalls',
}

const needs: Readonly<Record<Language, string>> = {
  numpy: 'It needs Python and NumPy, nothing else.',
  julia: 'It needs Julia 1.5 or later, nothing else.',
}

/** The view as a short program, to read and to run elsewhere. */
export function ScriptSection({ viewHash }: SectionProps) {
  const experiment = useLabState((state) => state.experiment)
  const readOnly = useLabState((state) => state.readOnly)
  const title = useTitle()
  const base = useFileName()
  const [language, setLanguage] = useState<Language>('numpy')
  const [saved, setSaved] = useState('')
  const view: ScriptView = viewHash.includes('recall') ? 'recall' : 'landscape'
  const text = useMemo(() => {
    const write = { numpy: numpyScript, julia: juliaScript }[language]
    const header = shownHeader({ experiment, readOnly }, title, viewHash)
    // Who finds the script elsewhere cannot know the address of this page.
    const link = header.link === null ? null : `${window.location.href.split('#')[0]}${header.link}`
    return write(experiment, view, { ...header, link })
  }, [experiment, readOnly, title, language, view, viewHash])
  const name = `${base}.${endings[language]}`
  const save = () => {
    saveFile(name, new Blob([text], { type: 'text/plain' }))
    setSaved(`Saved as ${name}.`)
  }

  return (
    <section className="share-section" aria-label="Script">
      <h3>Script</h3>
      <p>
        A program that computes {contents[view]}. {needs[language]}
      </p>
      <Segmented label="Language" options={languages} value={language} onChange={setLanguage} />
      <CodeField
        label={language === 'numpy' ? 'The NumPy script' : 'The Julia script'}
        text={text}
        copyLabel="Copy the script"
        rows={16}
        length={`${counted(text.trimEnd().split('\n').length, 'line')}, ${counted(text.length, 'character')}.`}
      >
        <IconButton label={`Save as ${name}`} hasText onClick={save} />
      </CodeField>
      <p className="share-words" role="status">
        {saved}
      </p>
    </section>
  )
}
