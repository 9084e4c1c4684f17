/** What was found in a picture: the text of the document that it carries, that it carries none, or that it could not be looked into. */
export type PictureFinding =
  | { readonly kind: 'document'; readonly text: string }
  | { readonly kind: 'none' }
  /** `why`: the rest of a sentence about the file. */
  | { readonly kind: 'unread'; readonly why: string }

/** Whether a file says that it is a picture. */
export function isPicture({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return type.startsWith('image/') || /\.(png|svg)$/i.test(name)
}

/** Looks for the document in a picture that may have been exported from here. The reader is fetched when the first picture comes. */
export async function findPictureDocument(file: File): Promise<PictureFinding> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return { kind: 'unread', why: 'could not be read. Is it still there?' }
  }
  try {
    const { readEmbeddedDocument } = await import('../../exports/metadata/embeddedDocument.ts')
    const text = readEmbeddedDocument(bytes)
    return text === null ? { kind: 'none' } : { kind: 'document', text }
  } catch {
    const why =
      'could not be looked into: a part of the page could not be fetched. Check the connection, and load the page again.'
    return { kind: 'unread', why }
  }
}
