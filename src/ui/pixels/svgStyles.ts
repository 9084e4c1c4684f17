/** What styles are called while an SVG is looked through. */
export const hiddenStyle = 'memoryscape-style'

/** The name of an attribute, and that of an element or its end. */
const styleNames = /(\s)style(?=\s*=)|(<\/?(?:[\w.-]+:)?)style(?=[\s>/])/g

/**
 * A page's policy holds for all that the page parses too: each style in it is reported on the console, though a document without a window shows
 * nothing. Under another name it is a word like any other. Linear in the length of the text.
 */
export function hideStyles(source: string): string {
  return source.replaceAll(styleNames, (_, space: string | undefined, begin: string | undefined) => {
    return (space ?? begin ?? '') + hiddenStyle
  })
}

/** Styles have their names again. */
export function showStyles(text: string): string {
  return text.replaceAll(hiddenStyle, 'style')
}
