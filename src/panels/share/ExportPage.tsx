import { useState, type ComponentType } from 'react'
import { ChoiceList, type Choice } from '../../ui/ChoiceList.tsx'
import { lazyPart } from '../../ui/lazyPart.tsx'
import type { SectionProps } from './sections/sectionProps.ts'

type ExportKind = 'picture' | 'figure' | 'data' | 'film' | 'print' | 'script'

interface ExportChoice extends Choice<ExportKind> {
  readonly Section: ComponentType<SectionProps>
}

const choices: readonly ExportChoice[] = [
  {
    value: 'picture',
    label: 'Picture',
    about: 'PNG',
    Section: lazyPart(async () => (await import('./sections/PictureSection.tsx')).PictureSection),
  },
  {
    value: 'figure',
    label: 'Figure',
    about: 'SVG, for a paper',
    Section: lazyPart(async () => (await import('./sections/FigureSection.tsx')).FigureSection),
  },
  {
    value: 'data',
    label: 'Data',
    about: 'CSV or JSON',
    Section: lazyPart(async () => (await import('./sections/DataSection.tsx')).DataSection),
  },
  {
    value: 'film',
    label: 'Film',
    about: 'WebM, MP4 or GIF',
    Section: lazyPart(async () => (await import('./sections/VideoSection.tsx')).VideoSection),
  },
  {
    value: 'print',
    label: '3-D print',
    about: 'STL or glTF',
    Section: lazyPart(async () => (await import('./sections/PrintSection.tsx')).PrintSection),
  },
  {
    value: 'script',
    label: 'Script',
    about: 'NumPy or Julia',
    Section: lazyPart(async () => (await import('./sections/ScriptSection.tsx')).ScriptSection),
  },
]

/** What can be taken out of the lab, one kind at a time. A kind that was left keeps what it is doing: a film goes on. */
export function ExportPage(props: SectionProps) {
  const [kind, setKind] = useState<ExportKind>('picture')
  const [visited, setVisited] = useState<ReadonlySet<ExportKind>>(() => new Set([kind]))
  const choose = (next: ExportKind) => {
    setKind(next)
    setVisited((before) => new Set(before).add(next))
  }
  return (
    <div className="share-export">
      <ChoiceList label="What to export" choices={choices} value={kind} onChange={choose} />
      <div className="share-export-page">
        {choices.map(
          ({ value, Section }) =>
            visited.has(value) && (
              <div key={value} hidden={value !== kind}>
                <Section {...props} />
              </div>
            ),
        )}
      </div>
    </div>
  )
}
