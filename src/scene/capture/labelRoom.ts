/** A place where labels are laid out as in a scene of that size (its style sheet asks for the size), unseen. */
export function createLabelRoom(host: HTMLElement, width: number, height: number) {
  const element = document.createElement('div')
  element.className = 'scene-label-room'
  element.setAttribute('aria-hidden', 'true')
  element.style.width = `${width}px`
  element.style.height = `${height}px`
  host.append(element)
  return { element, dispose: () => element.remove() }
}
