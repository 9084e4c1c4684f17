import { useId, useMemo, useRef, useState } from 'react'
import { exportHeader } from '../../../exports/header.ts'
import { addWordsToPng } from '../../../exports/metadata/pngWords.ts'
import { selectDocumentText } from '../../../store/readOnly.ts'
import { useLab, useLabState } from '../../../store/useLab.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Figure, FigureOffer } from '../figure/figure.ts'
import { figureOffers, isRecallHash } from '../figure/figureOffers.ts'
import { FigureOptions, firstFigureOptions, type FigureOptionsValue } from '../figure/FigureOptions.tsx'
import { FigurePreview } from '../figure/FigurePreview.tsx'
import type { PngScale } from '../figure/figurePng.ts'
import { FigureSource } from '../figure/FigureSource.tsx'
import { pixelsPerMm } from '../figure/figureSvg.ts'
import { figureCaption } from '../figure/figureWords.ts'
import { saveAsPng, saveAsSvg, type FigureChoice } from '../figure/saveFigure.ts'
import { useFigure } from '../figure/useFigure.ts'
import { saveFile } from '../saveFile.ts'
import { shownHeader } from '../shownHeader.ts'
import { useFileName, useTitle } from '../useFileName.ts'
import type { SectionProps } from './sectionProps.ts'
import './FigureSection.css'

/** Figures of the present view for a paper: the map and every plot, as SVG or PNG, with the experiment inside. */
export function FigureSection({ viewHash }: SectionProps) {
  const lab = useLab()
  const id = useId()
  const experiment = useLabState((state) => state.experiment)
  const offers = useMemo(() => figureOffers(lab, viewHash, experiment), [lab, viewHash, experiment])
  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>Figure</h3>
      <p>
        The map, or any plot of this view, as vectors and real text. The experiment is in it: drop the figure on this
        page, and all is as it was.
      </p>
      {offers.length > 0 ? (
        <ChosenFigure offers={offers} viewHash={viewHash} />
      ) : (
        <p role="status">There is nothing to draw in this view yet.</p>
      )}
    </section>
  )
}

interface ChosenFigureProps {
  readonly offers: readonly FigureOffer[]
  readonly viewHash: string
}

function ChosenFigure({ offers, viewHash }: ChosenFigureProps) {
  const [chosen, setChosen] = useState(offers[0].id)
  const [options, setOptions] = useState(firstFigureOptions)
  const hostRef = useRef<HTMLDivElement>(null)
  const offer = offers.find((each) => each.id === chosen) ?? offers[0]
  const { figure, failure } = useFigure(offer, hostRef)
  return (
    <>
      <div className="share-fields">
        <div className="share-wide">
          <Select
            label="What"
            options={offers.map(({ id: value, label }) => ({ value, label }))}
            value={offer.id}
            onChange={setChosen}
          />
        </div>
        <FigureOptions value={options} onChange={(patch) => setOptions((before) => ({ ...before, ...patch }))} />
      </div>
      <FigureSource key={offer.id} hostRef={hostRef} Source={offer.Source} />
      {figure ? (
        <ReadyFigure key={figure.id} figure={figure} options={options} viewHash={viewHash} />
      ) : (
        <>
          <div className="figure-preview" data-theme={options.theme} />
          <p className="share-words" role="status">
            {failure ?? 'Being computed…'}
          </p>
        </>
      )}
    </>
  )
}

interface ReadyFigureProps {
  readonly figure: Figure
  readonly options: FigureOptionsValue
  readonly viewHash: string
}

/** What the file will be, and the button that saves it. */
function ReadyFigure({ figure, options, viewHash }: ReadyFigureProps) {
  const { format, theme, widthMm, scale, hasCaption } = options
  const { store } = useLab()
  const experiment = useLabState((state) => state.experiment)
  const title = useTitle()
  const fileName = useFileName()
  const [words, setWords] = useState('')
  const { label } = figure
  const choice = useMemo((): FigureChoice => {
    const header = exportHeader(experiment, title, viewHash)
    const caption = hasCaption ? figureCaption(label, experiment, isRecallHash(viewHash), header) : ''
    return { theme, widthMm, caption, documentText: null }
  }, [theme, widthMm, hasCaption, label, experiment, title, viewHash])
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
        const header = shownHeader(store.getState(), title, viewHash)
        const png = addWordsToPng(await saveAsPng(figure, whole, Number(scale) as PngScale), header)
        saveFile(name, new Blob([png], { type: 'image/png' }))
      }
      setWords(`Saved as ${name}.`)
    } catch (error) {
      setWords(error instanceof Error ? error.message : 'The figure could not be saved.')
    }
  }

  return (
    <>
      <FigurePreview svg={preview.text} label={`Preview: ${label}`} theme={theme} />
      <div className="share-buttons">
        <IconButton
          label={`Save as ${format === 'svg' ? 'SVG' : 'PNG'}`}
          hasText
          tone="main"
          onClick={() => void save()}
        />
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
