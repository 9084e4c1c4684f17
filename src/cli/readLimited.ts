import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { largestFileBytes } from '../experiment/file/documentFile.ts'
import { joinedBytes } from '../exports/joinedBytes.ts'
import { exitCodes, ProgramError } from './exitCodes.ts'

/** Bytes from a stream; what is larger than a document may be is refused before it is all read. */
export async function readLimited(source: AsyncIterable<Uint8Array | string>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    const part = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    length += part.length
    if (length > largestFileBytes) throw tooLarge(name)
    parts.push(part)
  }
  if (length === 0) throw new ProgramError(exitCodes.refused, `${name} is empty: it is no document.`)
  return joinedBytes(parts)
}

/** The bytes of a file; null where there is none of that name. */
export async function readFileLimited(path: string): Promise<Uint8Array | null> {
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
