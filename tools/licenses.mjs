// The notices of the packages whose code, styles or fonts are built into the site and the npm package.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/** @typedef {{ name: string, version: string, license?: string, author?: string | { name: string }, dependencies?: Record<string, string> }} Manifest */

/** What is imported only to be checked or measured. */
const notShipped = /\.(test|laws|bench)\.tsx?$/
const imported = /(?:\bfrom\s+|\bimport\s*\(?\s*|@import\s+|url\(\s*)['"]([^'".][^'"]*)['"]/g
const licenseFile = /^(licen[cs]e|copying|notice)([.-]|$)/i
/** For packages that say MIT without a file. @param {string} holder */
const mit = (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

const separator = `\n${'─'.repeat(80)}\n\n`

/** The package of an import, such as '@scope/name' of '@scope/name/file.css'. @param {string} path */
export function packageOf(path) {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The packages that files of a folder import, tests left aside. @param {string} folder @returns {Set<string>} */
function importedPackages(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /\.(tsx?|css)$/.test(name) && !notShipped.test(name))
  const paths = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(imported)].map((match) => match[1] ?? ''),
  )
  return new Set(paths.map(packageOf).filter((name) => existsSync(folderOf(name))))
}

/** @param {string} name */
function folderOf(name) {
  return join(root, 'node_modules', name)
}

/** @param {string} name @returns {Manifest} */
function manifestOf(name) {
  return /** @type {Manifest} */ (JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')))
}

/** The packages that may be part of what is built: those imported, and those that these need in turn. @param {string} folder */
export function shippedPackages(folder) {
  /** @type {Set<string>} */
  const shipped = new Set()
  const waiting = [...importedPackages(folder)]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    // Types are erased.
    if (shipped.has(name) || name.startsWith('@types/') || !existsSync(folderOf(name))) continue
    shipped.add(name)
    waiting.push(...Object.keys(manifestOf(name).dependencies ?? {}))
  }
  return [...shipped].toSorted()
}

/** One text with the name, version and licence of each package. @param {string} folder the sources */
export function noticesOf(folder) {
  const notices = shippedPackages(folder).map((name) => {
    const { version, license = 'see below', author = `the authors of ${name}` } = manifestOf(name)
    const files = readdirSync(folderOf(name)).filter((file) => licenseFile.test(file))
    const texts = files.map((file) => readFileSync(join(folderOf(name), file), 'utf8').trim())
    if (texts.length === 0 && license === 'MIT') texts.push(mit(typeof author === 'string' ? author : author.name))
    return [`${name} ${version} (${license})`, ...texts].join('\n\n')
  })
  const head = 'Memoryscape is built with code, styles and fonts of the packages below, under their own licences.'
  return `${[head, ...notices].join(`\n${separator}`)}\n`
}
