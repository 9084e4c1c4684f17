// The files of lib/ that one entry of the package loads: itself, and the chunks that it shares with others.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const importedFile = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g

/** @param {string} entry a path @returns {string[]} */
function libClosure(entry) {
  const files = new Set([entry])
  for (const file of files) {
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(importedFile))
      files.add(join(dirname(file), target))
  }
  return [...files]
}

/** Bytes of all of them, each compressed. @param {string} entry */
export function libBytes(entry) {
  return libClosure(entry).reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)
}
