import { useId, useState } from 'react'
import { usePictureCapture } from '../../../store/usePictureCapture.ts'
import { FilmFields } from './film/FilmFields.tsx'
import { createMapCapture } from './film/mapCapture.ts'
import type { SectionProps } from './sectionProps.ts'

/** The hash of the view whose run can be filmed. */
const filmedView = '#/landscape'

/** The run as a film, drawn frame by frame. */
export function VideoSection({ viewHash }: SectionProps) {
  const capture = usePictureCapture()
  const [mapCapture] = useState(createMapCapture)
  const id = useId()
  const isFilmed = viewHash === filmedView
  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>Film</h3>
      <p>
        The run drawn frame by frame, however long each takes: none is left out, and the same experiment gives the same
        film.
      </p>
      {!isFilmed && <p>Films are of the Landscape view: go there, and open this dialog again.</p>}
      {isFilmed && <FilmFields capture={capture ?? mapCapture} canTurn={capture !== null} />}
    </section>
  )
}
