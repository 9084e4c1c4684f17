import { useMemo, useState } from 'react'
import { defaultEmbedOptions, usualEmbedHeight, type EmbedOptions } from '../../../experiment/embed/embedOptions.ts'
import { encodeLink } from '../../../experiment/link/link.ts'
import { longestLink } from '../../../experiment/link/linkText.ts'
import { useLabState } from '../../../store/useLab.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { CodeField } from '../CodeField.tsx'
import { altText } from '../embed/altText.ts'
import { EmbedControls } from '../embed/EmbedControls.tsx'
import { EmbedLayers } from '../embed/EmbedLayers.tsx'
import { EmbedLook } from '../embed/EmbedLook.tsx'
import { EmbedPreview } from '../embed/EmbedPreview.tsx'
import { sizeOf, type EmbedShape } from '../embed/embedShape.ts'
import { elementSnippet, embedAddress, frameSnippet } from '../embed/embedSnippet.ts'
import { addressProblem, labAddress } from '../embed/labAddress.ts'
import type { SectionProps } from './sectionProps.ts'
import './EmbedSection.css'

type Way = 'frame' | 'element'

const ways = [
  { value: 'frame', label: 'iframe', tooltip: 'Works wherever a page may hold a frame, without a script.' },
  {
    value: 'element',
    label: 'Element',
    tooltip: 'One script, and an element whose height follows, and that a script of the page can speak to.',
  },
] as const

const wayWords: Readonly<Record<Way, string>> = {
  frame: 'Paste this into the HTML of a page.',
  element: 'Paste this into the HTML of a page. The script is needed once a page, however many elements it has.',
}

/** Makes the lines of HTML that show the present document on another page, with a live preview. */
export function EmbedSection({ viewHash }: SectionProps) {
  const experiment = useLabState((state) => state.experiment)
  const isReadOnly = useLabState((state) => state.readOnly !== null)
  const here = labAddress(window.location.href)
  const [lab, setLab] = useState(here ?? 'https://')
  const [way, setWay] = useState<Way>('frame')
  const [shape, setShape] = useState<EmbedShape>('height')
  const [height, setHeight] = useState(usualEmbedHeight)
  // What nobody has chosen follows the document: another may be dropped here while this is open.
  const [chosen, setChosen] = useState<Partial<EmbedOptions>>({})
  const description = useMemo(() => altText(experiment), [experiment])
  const link = useMemo(() => encodeLink(experiment), [experiment])
  const change = (patch: Partial<EmbedOptions>) => setChosen((before) => ({ ...before, ...patch }))

  if (isReadOnly) {
    return (
      <p className="share-words">
        An embed cannot hold this document, which is from a newer Memoryscape: its address would leave out what is not
        understood here. Make the snippet in that one, or edit a copy here.
      </p>
    )
  }
  if (link.length > longestLink) {
    return <p className="share-words">This experiment is too large to be embedded: it does not fit into an address.</p>
  }
  const options = { ...defaultEmbedOptions, alt: description, ...chosen, x: link }
  const size = sizeOf(shape, height)
  const problem = addressProblem(lab)
  return (
    <section className="share-section" aria-label="Embed">
      <p>
        The landscape, live, in a page of yours: an article, a course, slides.
        {viewHash.includes('recall') && ' An embed shows the two neurons of the Landscape view.'}
      </p>
      <div className="embed-builder">
        <div className="embed-settings">
          <EmbedLook
            options={options}
            view={experiment.view}
            shape={shape}
            height={height}
            onChange={change}
            onShape={(nextShape, nextHeight) => {
              setShape(nextShape)
              setHeight(nextHeight)
            }}
          />
          <Disclosure title="Controls">
            <EmbedControls options={options} onChange={change} />
          </Disclosure>
          <Disclosure title="Layers">
            <EmbedLayers layers={options.layers} view={experiment.view} onChange={(layers) => change({ layers })} />
          </Disclosure>
          <Disclosure title="Address of Memoryscape" isOpenAtFirst={here === null}>
            <label className="share-label">
              Its folder on the web: this one, or that of your own copy
              <input
                className="share-field"
                type="url"
                value={lab}
                spellCheck={false}
                onChange={(event) => setLab(event.target.value)}
              />
            </label>
            <p className="share-words" role="status">
              {problem}
            </p>
          </Disclosure>
        </div>
        <div className="embed-result">
          {here === null ? (
            <p className="share-words">
              There is no preview, because this page was opened from a disk. Other pages can show Memoryscape only from
              the web.
            </p>
          ) : (
            <EmbedPreview address={embedAddress(here, options)} size={size} />
          )}
          <Segmented label="Kind of snippet" options={ways} value={way} onChange={setWay} />
          <p>{wayWords[way]}</p>
          <CodeField
            label="HTML to paste"
            text={(way === 'frame' ? frameSnippet : elementSnippet)(lab, options, size)}
            copyLabel="Copy the snippet"
            rows={4}
            wraps
          />
        </div>
      </div>
    </section>
  )
}
