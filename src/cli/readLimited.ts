import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { largestFileBytes } from '../experiment/file/documentFile.ts'
import { exitCodes, ProgramError } from './exitCodes.ts'

/** Text from a stream of bytes; what is larger than a document may be is refused before it is all read. */
export async function readLimited(source: AsyncIterable<Uint8Array | string>, name: string): Promise<string> {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of source) {
    const part = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    bytes += part.length
    if (bytes > largestFileBytes) throw tooLarge(name)
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}

/** The text of a file; null where there is none of that name. */
export async function readFileLimited(path: string): Promise<string | null> {
  try {
    const info = await stat(path)
    if (info.isDirectory()) throw new ProgramError(exitCodes.failed, `${path} is a folder, not a document.`)
    if (info.size > largestFileBytes) throw tooLarge(path)
    return await readLimited(createReadStream(path) as AsyncIterable<Uint8Array>, path)
  } catch (error) {
    if (error instanceof ProgramError) throw error
    const code = codeOf(error)
    // A link may be longer than a name can be.
    if (code === 'ENOENT' || code === 'ENAMETOOLONG' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE')
      return null
    throw new ProgramError(exitCodes.failed, `${path} could not be read: ${reasonOf(error)}.`)
  }
}

function tooLarge(name: string): ProgramError {
  const limit = largestFileBytes / 1_000_000
  return new ProgramError(exitCodes.refused, `${name} is larger than ${limit} MB, the limit: it is no document.`)
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this is not allowed',
  EPERM: 'this is not allowed',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk can only be read',
}

/** Why the system did not read or write, in words. */
export function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error))
}
