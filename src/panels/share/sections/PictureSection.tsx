import { useEffect, useId, useRef, useState } from 'react'
import { addDocumentToPng } from '../../../exports/metadata/pngDocument.ts'
import { addWordsToPng } from '../../../exports/metadata/pngWords.ts'
import type { PictureCapture, PictureWish } from '../../../store/pictureLab.ts'
import { selectDocumentText } from '../../../store/readOnly.ts'
import { useLab, useLabState } from '../../../store/useLab.ts'
import { usePictureCapture } from '../../../store/usePictureCapture.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { saveFile } from '../saveFile.ts'
import { shownHeader } from '../shownHeader.ts'
import { useFileName, useTitle } from '../useFileName.ts'
import { byteText } from './film/byteText.ts'
import { failureWords, takePicture, takePng } from './film/takePicture.ts'
import { pictureScales, pictureSizes, type PictureScale, type PictureSizeName } from './film/pictureSizes.ts'
import type { SectionProps } from './sectionProps.ts'
import './PictureSection.css'

/** The picture in three dimensions as a PNG, with the experiment inside. */
export function PictureSection({ viewHash }: SectionProps) {
  const capture = usePictureCapture()
  const id = useId()
  return (
    <section className="share-section" aria-labelledby={id}>
      <h3 id={id}>Picture</h3>
      <p>The landscape as a PNG. The experiment is in it: drop the picture on this page, and all is as it was.</p>
      {capture ? <PictureFields capture={capture} viewHash={viewHash} /> : <NoPicture />}
    </section>
  )
}

/** Why there is nothing to take a picture of, and what there is instead. */
function NoPicture() {
  const webgl = useLabState((state) => state.webgl)
  const reason =
    webgl === 'missing'
      ? 'This browser has no WebGL, so there is no picture in three dimensions.'
      : 'The map is shown now: choose the surface for a picture in three dimensions.'
  return <p>{reason} The map itself is under Figure, as SVG and as PNG.</p>
}

function PictureFields({ capture, viewHash }: Pick<SectionProps, 'viewHash'> & { readonly capture: PictureCapture }) {
  const { store } = useLab()
  const title = useTitle()
  const fileName = useFileName()
  const [size, setSize] = useState<PictureSizeName>('screen')
  const [scale, setScale] = useState<PictureScale>('2')
  const [isTransparent, setTransparent] = useState(false)
  const [hasLabels, setLabels] = useState(true)
  const [words, setWords] = useState('')
  const [isBusy, setBusy] = useState(false)
  const pixels = pictureSizes.find(({ value }) => value === size)?.size ?? null
  const wish: PictureWish = { size: pixels, scale: Number(scale), isTransparent, hasLabels }
  const { width, height } = pixels ?? capture.screenSize()
  const [columns, rows] = [width * wish.scale, height * wish.scale]
  const refusal = capture.refusal(wish)

  const save = async () => {
    setBusy(true)
    setWords('Drawing…')
    try {
      const text = selectDocumentText(store.getState())
      const header = shownHeader(store.getState(), title, viewHash)
      const png = addDocumentToPng(addWordsToPng(await takePng(capture, wish), header), text)
      const name = `${fileName}.png`
      saveFile(name, new Blob([png], { type: 'image/png' }))
      setWords(`Saved as ${name}: ${columns} × ${rows} pixels, ${byteText(png.length)}.`)
    } catch (error) {
      setWords(failureWords(error))
    }
    setBusy(false)
  }

  return (
    <>
      <PicturePreview capture={capture} wish={wish} width={width} height={height} />
      <div className="share-fields">
        <Select label="Size" options={pictureSizes} value={size} onChange={setSize} />
        <Segmented
          label="Sharpness"
          isLabelShown
          options={pictureScales.map((value) => ({ value, label: `${value}×` }))}
          value={scale}
          onChange={setScale}
        />
        <Switch
          label="Transparent"
          isOn={isTransparent}
          onChange={setTransparent}
          tooltip="Without the paper behind the landscape, for a slide or a page of another colour."
        />
        <Switch label="Labels" isOn={hasLabels} onChange={setLabels} />
      </div>
      <div className="share-buttons">
        <IconButton
          label="Save as PNG"
          hasText
          tone="main"
          isDisabled={isBusy || refusal !== null}
          onClick={() => void save()}
        />
        <span className="share-words">{refusal ?? `${columns} × ${rows} pixels`}</span>
      </div>
      <p className="share-words" role="status">
        {words}
      </p>
    </>
  )
}

interface PreviewProps {
  readonly capture: PictureCapture
  readonly wish: PictureWish
  readonly width: number
  readonly height: number
}

/** Most CSS pixels of the preview each way. */
const previewPixels = { width: 560, height: 280 }

/** What will be saved, small. Drawn again when something is chosen. */
function PicturePreview({ capture, wish, width, height }: PreviewProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const { size, isTransparent, hasLabels } = wish
  const fit = Math.min(1, previewPixels.width / width, previewPixels.height / height)
  const scale = fit * Math.min(2, window.devicePixelRatio || 1)
  useEffect(() => {
    let isCurrent = true
    const show = async () => {
      try {
        const canvas = await takePicture(capture, { size, scale, isTransparent, hasLabels })
        if (isCurrent) hostRef.current?.replaceChildren(canvas)
      } catch {
        // The words beside the button say why.
        if (isCurrent) hostRef.current?.replaceChildren()
      }
    }
    void show()
    return () => {
      isCurrent = false
    }
  }, [capture, size, scale, isTransparent, hasLabels])
  return (
    <div
      ref={hostRef}
      className="picture-preview"
      data-transparent={isTransparent || undefined}
      role="img"
      aria-label="Preview of the picture"
    />
  )
}
