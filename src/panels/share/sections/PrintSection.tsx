import { useId, useState } from 'react'
import { solidRanges, solidTriangleCount } from '../../../exports/solid/landscapeSolid.ts'
import { useLab } from '../../../store/useLab.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select, type SelectOption } from '../../../ui/Select.tsx'
import { saveFile } from '../saveFile.ts'
import { useFileName, useTitle } from '../useFileName.ts'
import { mediaTypes, printBytes, printFile, type PrintFormat } from './printFile.ts'
import type { SectionProps } from './sectionProps.ts'

const formats: readonly SelectOption<PrintFormat>[] = [
  { value: 'stl', label: 'STL, for a slicer' },
  { value: 'glb', label: 'glTF, with colours' },
]
const details = [
  { value: '65', label: '65 × 65 points' },
  { value: '129', label: '129 × 129 points' },
  { value: '257', label: '257 × 257 points' },
] as const satisfies readonly SelectOption<string>[]
type Detail = (typeof details)[number]['value']

/** The surface as a body with a base plate, for a 3-D printer or another program. */
export function PrintSection({ viewHash }: SectionProps) {
  const { store, picture } = useLab()
  const title = useTitle()
  const name = useFileName()
  const [format, setFormat] = useState<PrintFormat>('stl')
  const [detail, setDetail] = useState<Detail>('129')
  const [sizes, setSizes] = useState({ widthMm: 100, heightMm: 35, baseMm: 3 })
  const [words, setWords] = useState('')
  const id = useId()
  const columns = Number(detail)
  const megabytes = printBytes(format, columns) / 1e6

  const save = () => {
    try {
      const bytes = printFile(picture, store.getState(), title || 'Energy landscape', { format, columns, ...sizes })
      if (bytes === null) return setWords('The landscape is not there yet. Try again in a moment.')
      saveFile(`${name}.${format}`, new Blob([bytes], { type: mediaTypes[format] }))
      setWords(`Saved as ${name}.${format}.`)
    } catch (error) {
      setWords(`Nothing was saved. ${error instanceof Error ? error.message : ''}`)
    }
  }
  const field = (key: keyof typeof sizes, label: string) => (
    <NumberField
      label={`${label}, mm`}
      step={1}
      {...solidRanges[key]}
      value={sizes[key]}
      onChange={(value) => setSizes((before) => ({ ...before, [key]: value }))}
    />
  )

  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>3-D print</h3>
      <p>
        The surface{viewHash.startsWith('#/recall') && ' of the two neurons'} on a plate, closed on all sides, with its
        heights cut off where the picture cuts them off.
      </p>
      <div className="share-fields">
        {field('widthMm', 'Width and depth')}
        {field('heightMm', 'Height of the surface')}
        {field('baseMm', 'Thickness of the plate')}
        <Select label="Format" options={formats} value={format} onChange={setFormat} />
        <Select label="Detail" options={details} value={detail} onChange={setDetail} />
      </div>
      <p className="share-words">
        {sizes.widthMm} × {sizes.widthMm} × {sizes.heightMm + sizes.baseMm} mm,{' '}
        {solidTriangleCount(columns).toLocaleString('en-GB')} triangles, about {megabytes.toFixed(1)} MB.{' '}
        {format === 'stl'
          ? 'An STL has no room for the experiment: the glTF carries it.'
          : 'It carries the experiment.'}
      </p>
      <div className="share-buttons">
        <IconButton label={`Save as ${format === 'stl' ? 'STL' : 'glTF'}`} hasText tone="main" onClick={save} />
      </div>
      <p className="share-words" role="status">
        {words}
      </p>
    </section>
  )
}
