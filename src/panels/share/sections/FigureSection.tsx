import { useEffect, useId, useMemo, useState } from 'react'
import { exportHeader } from '../../../exports/header.ts'
import type { FigureTheme } from '../../../plots/figure/figureTokens.ts'
import { selectDocumentText } from '../../../store/readOnly.ts'
import { useLab, useLabState } from '../../../store/useLab.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented, type SegmentedOption } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import type { Figure } from '../figure/figure.ts'
import { FigurePreview } from '../figure/FigurePreview.tsx'
import type { PngScale } from '../figure/figurePng.ts'
import { pixelsPerMm } from '../figure/figureSvg.ts'
import { figuresOnShow, isRecallHash, pictureOnShow } from '../figure/figuresOnShow.ts'
import { figureCaption } from '../figure/figureWords.ts'
import { saveAsPng, saveAsSvg, type FigureChoice } from '../figure/saveFigure.ts'
import { saveFile } from '../saveFile.ts'
import { useFileName, useTitle } from '../useFileName.ts'
import type { SectionProps } from './sectionProps.ts'
import './FigureSection.css'

/** A column and a page of a journal are 85 and 180 mm wide. */
const widths = { least: 40, most: 400, first: 120 } as const

type Format = 'svg' | 'png'
type Unit = 'mm' | 'px'

const formats: readonly SegmentedOption<Format>[] = [
  { value: 'svg', label: 'SVG', tooltip: 'Vectors and real text: for papers, and for drawing programs.' },
  { value: 'png', label: 'PNG', tooltip: 'Pixels: for slides and web pages.' },
]
const themes: readonly SegmentedOption<FigureTheme>[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'transparent', label: 'Transparent', tooltip: 'As light, without a ground.' },
]
const units: readonly SegmentedOption<Unit>[] = [
  { value: 'mm', label: 'mm' },
  { value: 'px', label: 'px' },
]
const scales: readonly SegmentedOption<'1' | '2' | '3' | '4'>[] = (['1', '2', '3', '4'] as const).map((value) => ({
  value,
  label: `${value}×`,
}))

/** Figures of the present view for a paper: the map and every plot, as SVG or PNG, with the experiment inside. */
export function FigureSection({ viewHash }: SectionProps) {
  const lab = useLab()
  const id = useId()
  const isReady = useContours(viewHash)
  const figures = useMemo(() => (isReady ? figuresOnShow(lab, viewHash) : []), [lab, viewHash, isReady])
  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>Figure</h3>
      <p>
        The map, or a plot of this view, as vectors and real text. The experiment is in it: drop the figure on this
        page, and all is as it was.
      </p>
      {figures.length > 0 ? (
        <FigureFields figures={figures} viewHash={viewHash} />
      ) : (
        <p role="status">{isReady ? 'There is nothing to draw in this view yet.' : 'Waiting for the contour lines…'}</p>
      )}
    </section>
  )
}

/** Asks for contour lines, which the surface alone does not need; true once they have come, or where there is no picture to have them. */
function useContours(viewHash: string): boolean {
  const lab = useLab()
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const picture = pictureOnShow(lab, viewHash)
    const look = () => setReady(picture?.cell.contours !== null)
    const release = picture?.wantContours()
    const unsubscribe = picture?.cell.subscribe(look)
    look()
    return () => {
      unsubscribe?.()
      release?.()
    }
  }, [lab, viewHash])
  return isReady
}

interface FigureFieldsProps {
  readonly figures: readonly Figure[]
  readonly viewHash: string
}

function FigureFields({ figures, viewHash }: FigureFieldsProps) {
  const { store } = useLab()
  const experiment = useLabState((state) => state.experiment)
  const title = useTitle()
  const fileName = useFileName()
  const [chosen, setChosen] = useState(figures[0].id)
  const [format, setFormat] = useState<Format>('svg')
  const [theme, setTheme] = useState<FigureTheme>('light')
  const [widthMm, setWidthMm] = useState<number>(widths.first)
  const [unit, setUnit] = useState<Unit>('mm')
  const [scale, setScale] = useState<'1' | '2' | '3' | '4'>('2')
  const [hasCaption, setCaption] = useState(true)
  const [words, setWords] = useState('')
  const figure = figures.find((each) => each.id === chosen) ?? figures[0]
  const perUnit = unit === 'mm' ? 1 : pixelsPerMm

  const choice = useMemo(
    (): FigureChoice => ({
      theme,
      widthMm,
      caption: hasCaption
        ? figureCaption(figure.label, experiment, isRecallHash(viewHash), exportHeader(experiment, title, viewHash))
        : '',
      documentText: null,
    }),
    [theme, widthMm, hasCaption, figure, experiment, title, viewHash],
  )
  const preview = useMemo(() => saveAsSvg(figure, choice), [figure, choice])
  const pixels = (length: number) => Math.round(length * (format === 'png' ? Number(scale) : 1))

  const save = async () => {
    const name = `${fileName}-${figure.id}.${format}`
    const whole = { ...choice, documentText: selectDocumentText(store.getState()) }
    try {
      if (format === 'svg') {
        const { text } = saveAsSvg(figure, whole)
        saveFile(name, new Blob([text], { type: 'image/svg+xml' }))
      } else {
        setWords('Drawing…')
        const png = await saveAsPng(figure, whole, Number(scale) as PngScale)
        saveFile(name, new Blob([png], { type: 'image/png' }))
      }
      setWords(`Saved as ${name}.`)
    } catch (error) {
      setWords(error instanceof Error ? error.message : 'The figure could not be saved.')
    }
  }

  return (
    <>
      <div className="share-fields">
        <div className="share-wide">
          <Select
            label="What"
            options={figures.map(({ id: value, label }) => ({ value, label }))}
            value={figure.id}
            onChange={setChosen}
          />
        </div>
        <Segmented label="Format" isLabelShown options={formats} value={format} onChange={setFormat} />
        {format === 'png' && (
          <Segmented label="Resolution" isLabelShown options={scales} value={scale} onChange={setScale} />
        )}
        <div className="share-wide">
          <Segmented label="Colours" isLabelShown options={themes} value={theme} onChange={setTheme} />
        </div>
        <NumberField
          label="Width"
          min={Math.round(widths.least * perUnit)}
          max={Math.round(widths.most * perUnit)}
          step={1}
          value={Math.round(widthMm * perUnit)}
          onChange={(next) => setWidthMm(next / perUnit)}
          tooltip="85 mm is a column of a journal, 180 mm a page. Letters stay as large as they are, so that they can be read in both."
        />
        <Segmented label="Unit of the width" isLabelShown options={units} value={unit} onChange={setUnit} />
        <Switch label="Caption with all parameters" isOn={hasCaption} onChange={setCaption} />
      </div>
      <FigurePreview svg={preview.text} label={`Preview: ${figure.label}`} theme={theme} />
      <div className="share-buttons">
        <IconButton label="Save the figure" hasText tone="main" onClick={() => void save()} />
        <span>
          {pixels(preview.width)} × {pixels(preview.height)} pixels, {Math.round(widthMm)} ×{' '}
          {Math.round(preview.height / pixelsPerMm)} mm
        </span>
      </div>
      <p className="share-words" role="status">
        {words}
      </p>
    </>
  )
}
