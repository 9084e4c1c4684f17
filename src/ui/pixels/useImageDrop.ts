import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** The first file that is dropped or pasted, of whatever type: the one who opens it says what is wrong with it. */
export function firstFile(transfer: DataTransfer | null): File | null {
  return transfer?.files[0] ?? null
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Makes any element a place to drop a file on; with the focus in it, a file can be pasted too. Hand the file to
 * `ImageImport`. Returns whether a file hovers over the element, for a hint.
 */
export function useImageDrop(ref: RefObject<HTMLElement | null>, onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  const onFileRef = useRef(onFile)
  useEffect(() => {
    onFileRef.current = onFile
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    // Enter and leave come for every descendant: the counts cancel only at the edge of the element.
    let depth = 0
    const onEnter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      setOver(true)
    }
    const onLeave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const take = (event: Event, transfer: DataTransfer | null) => {
      const file = firstFile(transfer)
      // Never an image: it is left to whoever is around, as text is.
      if (!file || /\.json$/i.test(file.name)) return
      event.preventDefault()
      event.stopPropagation()
      onFileRef.current(file)
    }
    const onDrop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      take(event, event.dataTransfer)
    }
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData)
    element.addEventListener('dragenter', onEnter)
    element.addEventListener('dragleave', onLeave)
    element.addEventListener('dragover', onOver)
    element.addEventListener('drop', onDrop)
    element.addEventListener('paste', onPaste)
    return () => {
      element.removeEventListener('dragenter', onEnter)
      element.removeEventListener('dragleave', onLeave)
      element.removeEventListener('dragover', onOver)
      element.removeEventListener('drop', onDrop)
      element.removeEventListener('paste', onPaste)
    }
  }, [ref])
  return isOver
}
