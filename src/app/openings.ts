import { openFile, openLink, openText, type Opener, type Refusal } from '../store/opening/openWork.ts'
import { firstFile } from '../ui/pixels/useImageDrop.ts'

/** Where pasted text belongs to what is typed. A field that cannot be written in is no such place. */
const typing = 'textarea:not([readonly]), input:not([readonly]), [contenteditable="true"]'
/** A dialog takes what is pasted while it is open, all but the one about opening and saving. */
const otherDialog = 'dialog[open]:not(:has(.share-body))'
const linkInHash = /[?&]x=/

/** True where the address holds a link. */
export function hasLink(): boolean {
  return linkInHash.test(window.location.hash)
}

/**
 * Opens the link in the address. Then the address is that of the view alone, so that a reload brings the work that was done since, and going back in
 * the browser does not open the link once more. Where nothing can be kept over a reload, the link stays. A link that is refused stays as well.
 */
export async function openAddress(opener: Opener): Promise<void> {
  const { hash } = window.location
  const refusal = await openLink(opener, hash)
  tell(opener, refusal)
  if (refusal === null && opener.storage !== null) showView(hash.replace(/[?&].*$/, ''))
}

function showView(hash: string): void {
  try {
    window.history.replaceState(null, '', hash)
  } catch {
    // A sandboxed page may not: the link stays in its address.
  }
}

function tell({ store }: Opener, refusal: Refusal): void {
  if (refusal !== null) store.getState().notify({ tone: 'warning', text: refusal })
}

/** Opens links that the address is changed to, files that are dropped anywhere on the page, and what is pasted outside a field. */
export function listenForOpenings(opener: Opener): void {
  let opened = window.location.hash
  window.addEventListener('hashchange', () => {
    // The same link again, by going back to where it stayed: it is open already, and may have been changed since.
    const isBack = opener.storage === null && window.location.hash === opened
    if (!hasLink() || isBack) return
    opened = window.location.hash
    void openAddress(opener)
  })
  const answer = (opening: Promise<Refusal>) => void opening.then((refusal) => tell(opener, refusal))

  // Without these the browser would leave the page for the file.
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  window.addEventListener('drop', (event) => {
    const file = firstFile(event.dataTransfer)
    if (event.defaultPrevented || file === null) return
    event.preventDefault()
    answer(openFile(opener, file))
  })
  window.addEventListener('paste', (event) => {
    const { target, clipboardData } = event
    if (event.defaultPrevented || (target instanceof Element && target.matches(typing))) return
    if (document.querySelector(otherDialog)) return
    const file = firstFile(clipboardData)
    const text = clipboardData?.getData('text/plain') ?? ''
    if (file !== null) answer(openFile(opener, file))
    else if (text.trim() !== '') answer(openText(opener, text))
  })
}
