import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { documentText } from '../experiment/file/documentFile.ts'
import { encodeLink, parseLink } from '../experiment/link/link.ts'
import type { Results } from '../engine/headless/run/results.ts'
import type { ExportHeader } from '../exports/header.ts'
import { makePngChunk } from '../exports/metadata/pngChunks.ts'
import { addDocumentToPng } from '../exports/metadata/pngDocument.ts'
import { svgMetadata } from '../exports/metadata/svgDocument.ts'
import { runProgram } from './program.ts'

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const folder = mkdtempSync(join(tmpdir(), 'memoryscape-program-'))
afterAll(() => rmSync(folder, { recursive: true }))
const place = (name: string) => join(folder, name)
const document = place('document.memoryscape.json')
writeFileSync(document, documentText(defaultExperiment))
writeFileSync(place('empty.json'), '')
const plainSvg = place('plain.svg')
writeFileSync(plainSvg, '<svg xmlns="http://www.w3.org/2000/svg"/>')

interface Ended {
  readonly code: number
  readonly out: string
  readonly said: string
}

/** Runs the program between streams of text. */
async function program(
  args: string,
  stdin: string | Uint8Array[] = '',
  options: { isTTY?: boolean; stop?: true } = {},
) {
  let out = ''
  let said = ''
  let nowMs = 0
  const chunks = typeof stdin === 'string' ? [new TextEncoder().encode(stdin)] : stdin
  const code = await runProgram(args.split(' '), {
    stdin: (async function* () {
      yield* chunks
    })(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (said += text), isTTY: options.isTTY ?? false },
    onInterrupt(listener) {
      if (options.stop) setImmediate(listener)
      return () => {}
    },
    now: () => (nowMs += 1),
  })
  return { code, out, said } satisfies Ended
}

const results = (text: string) => JSON.parse(text) as Results & { header: ExportHeader }

describe('run', () => {
  test('where nothing can be written, nothing is run', async () => {
    const { said } = await program(`run noise --parts all -d 1000 -o ${place('no/where.json')}`, '', { isTTY: true })
    expect(said).toBe(`memoryscape: ${place('no/where.json')} could not be written: there is no such folder.\n`)
  })

  test('a file, to a file', async () => {
    const ended = await program(`run ${document} --parts landscape,trajectories --duration 2 --out ${place('r.json')}`)
    expect(ended).toEqual({ code: 0, out: '', said: `Running the balls\nWrote ${place('r.json')}.\n` })
    const { header, landscape, trajectories, recall } = results(readFileSync(place('r.json'), 'utf8'))
    expect(header).toMatchObject({ title: 'document', seed: 1982, date: null })
    expect(parseLink(header.link ?? '')).toEqual({ ok: true, experiment: defaultExperiment })
    expect(landscape?.regime.kind).toBe('two')
    expect(trajectories?.times.at(-1)).toBe(2)
    expect(recall).toBeNull()
  })

  test('the standard input, to the standard output; the same whatever way the document came', async () => {
    const wanted = '--parts landscape,trajectories --duration 1 --title same'
    const link = encodeLink(defaultExperiment)
    const ways = await Promise.all([
      program(`run - ${wanted}`, documentText(defaultExperiment)),
      program(`run ${document} ${wanted}`),
      program(`run https://example.org/#/landscape?x=${link} ${wanted}`),
      program(`run ${link} ${wanted}`),
    ])
    expect(ways.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(new Set(ways.map(({ out }) => out)).size).toBe(1)
  })

  test('presets of both views, by name; what they show is computed', async () => {
    const noise = await program('run fig4b --duration 0.5 -q')
    expect(noise.said).toBe('')
    expect(results(noise.out)).toMatchObject({
      header: { title: 'Noise: the deeper wins' },
      recall: null,
      basins: null,
    })
    expect(results(noise.out).density?.masses[1]).toBeGreaterThan(0.99)
    const race = await program('run recall/letters --duration 0.5')
    expect(race.said).toBe('Running the race\n')
    expect(results(race.out)).toMatchObject({
      landscape: null,
      header: { link: expect.stringMatching(/^#\/recall/) as string },
    })
    expect(await program('run tail --duration 0.1 -q')).toMatchObject({ code: 0, said: '' })
  })

  test('changes are read by the schema: applied, moved into their range, or refused with the path', async () => {
    const { out, said } = await program(
      'run fig2d --parts landscape,trajectories -d 0.1 --set input.saliency=1.2,9 --set balls[0].start=1,-1 --set model.gain=+2 --seed 5',
    )
    expect(said).toBe('Moved into its range: input.saliency[1] from 9 to 5.\nRunning the balls\n')
    expect(results(out).landscape).toMatchObject({ saliency: [1.2, 5], gain: 2 })
    expect(results(out).trajectories?.seed).toBe(5)
    expect(results(out).trajectories?.balls[0].x2[0]).toBe(-1)
    expect(await program('run fig2d --set input.saliency=1')).toMatchObject({
      code: 3,
      said: 'memoryscape: input.saliency[1] is missing: it should be a number from −3 to 5.\n',
    })
    expect(await program('run fig2d --set input.colour=1')).toMatchObject({
      code: 3,
      said: expect.stringMatching(/^memoryscape: input.colour is not/) as string,
    })
    expect((await program('run fig2d --set __proto__.x=1')).code).toBe(3)
    const lanes = await program('run recall/letters -d 0.1 -q --set recall.lanes=idp')
    expect(results(lanes.out).recall?.models.map(({ kind }) => kind)).toEqual(['idp'])
  })

  test('CSV: one table to the output, several to a file each', async () => {
    const one = await program('run fig2d -p trajectories -f csv -d 1 -n 2 -q')
    expect(one.out.split('\r\n').slice(4, 6)).toEqual([
      'ball,time,x1,x2,energy,overlap1,overlap2',
      expect.stringMatching(/^1,0,2.6,1.4,/),
    ])
    const many = await program('run fig2d -p landscape,trajectories -f csv -d 1')
    expect(many).toMatchObject({
      code: 2,
      out: '',
      said: expect.stringMatching(/choose one of equilibria, trajectories with --tables/) as string,
    })
    const files = await program(`run fig2d -p landscape,trajectories -d 1 -q -o ${place('fig.csv')}`)
    expect(files.code).toBe(0)
    expect(readdirSync(folder).filter((name) => name.startsWith('fig'))).toEqual([
      'fig-equilibria.csv',
      'fig-trajectories.csv',
    ])
    expect(await program('run fig2d -p trajectories -f csv --tables wells -d 1')).toMatchObject({ code: 2 })
  })

  test('a figure that carries its document, as SVG and as PNG, from a file and from the standard input', async () => {
    const text = documentText({ ...defaultExperiment, input: { saliency: [0.85, 2.35] } })
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${svgMetadata(text)}</svg>`)
    const header = makePngChunk('IHDR', new Uint8Array(13))
    const bare = Uint8Array.from([...pngSignature, ...header, ...makePngChunk('IEND', new Uint8Array(0))])
    for (const [name, bytes] of [
      ['figure.svg', svg],
      ['figure.png', addDocumentToPng(bare, text)],
    ] as const) {
      writeFileSync(place(name), bytes)
      const ended = await program(`run ${place(name)} -q --parts landscape`)
      const { header: head, landscape } = results(ended.out)
      expect([head.title, landscape?.saliency]).toEqual(['figure', [0.85, 2.35]])
      expect((await program(`run - -q --parts landscape --title figure`, [bytes])).out).toBe(ended.out)
    }
  })

  test('what is not there is said', async () => {
    const { code, said } = await program('run fig2d --parts density')
    expect(code).toBe(0)
    expect(said).toMatch(/^There is no density: this document has no noise\.$/m)
  })

  test('the same kernel gives the same bytes; other kernels give the same answer', async () => {
    const wanted = 'run recall/letters -d 2 -q --kernel'
    const [wasm, again, javascript] = await Promise.all(
      ['reproducible', 'reproducible', 'javascript'].map((kernel) => program(`${wanted} ${kernel}`)),
    )
    expect(again.out).toBe(wasm.out)
    const ends = [wasm, javascript].map(({ out }) =>
      results(out).recall!.models.map(({ overlaps }) => overlaps[overlaps.length - 4]),
    )
    ends[0].forEach((overlap, k) => expect(ends[1][k]).toBeCloseTo(overlap, 3))
    expect(results(javascript.out).recall!.models[0].kernel).toBe('javascript')
  })

  test('on a terminal the progress is one line that is written again', async () => {
    const { said } = await program('run fig2d -p trajectories -d 500', '', { isTTY: true })
    const lines = said.split('\r\u001B[K')
    expect([lines[0], lines.at(-1)]).toEqual(['', ''])
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^Running the balls … \d+ %$/)
    expect(lines.length).toBeGreaterThan(2)
  })

  test('stopped: nothing is written, and it says so', async () => {
    const ended = await program(`run noise --parts all -d 1000 -o ${place('never.json')}`, '', { stop: true })
    expect(ended).toMatchObject({
      code: 130,
      said: expect.stringMatching(/Stopped: nothing was written\.\n$/) as string,
    })
    expect(readdirSync(folder)).not.toContain('never.json')
  })
})

describe('what cannot be', () => {
  test.each([
    ['run nowhere.json', '', 1, 'There is no file, preset or link "nowhere.json". See memoryscape --help.'],
    [`run ${folder}`, '', 1, `${folder} is a folder, not a document.`],
    [
      `run fig2d -q -o ${place('no/where.json')}`,
      '',
      1,
      `${place('no/where.json')} could not be written: there is no such folder.`,
    ],
    [`run fig2d -o ${folder}`, '', 1, `${folder} could not be written: it is a folder.`],
    [
      'validate -',
      '{"version": 3',
      3,
      'This is not a document of Memoryscape: it is not JSON, or a part of it is missing.',
    ],
    ['validate -', '', 3, 'What came in is empty: it is no document.'],
    [`run ${place('empty.json')}`, '', 3, `${place('empty.json')} is empty: it is no document.`],
    [
      `run ${plainSvg}`,
      '',
      3,
      `${plainSvg} is a picture that holds no experiment: only those that Memoryscape saved carry one.`,
    ],
    ['link -', '{"version": 99}', 3, /version 99, and this program reads up to \d+\. Get the newest one: npm install/],
    ['validate -', '[]', 3, /^version is missing/],
    ['validate -', '{"version": 3, "model": 5}', 3, /^model should be an object/],
    [
      'validate -',
      '{"version": 99}',
      3,
      /version 99, and this program reads up to \d+\. Get the newest one: npm install/,
    ],
    ['run https://example.org/#/landscape?x=A39OLZX', '', 3, /^This link is damaged/],
    ['link fig2d --seed x', '', 2, /^--seed should be/],
  ])('%s', async (args, stdin, code, sentence) => {
    const ended = await program(args, stdin)
    expect(ended).toMatchObject({ code, out: '' })
    expect(ended.said).toMatch(/^memoryscape: .*\n$/)
    expect(ended.said.slice('memoryscape: '.length, -1)).toMatch(sentence)
  })

  test('more than 20 MB is refused before it is read to its end', async () => {
    const piece = new Uint8Array(1_000_000).fill(32)
    let pieces = 0
    const endless = function* () {
      for (; pieces < 1000; pieces++) yield piece
    }
    const ended = await program('validate -', endless() as unknown as Uint8Array[])
    expect(ended).toMatchObject({
      code: 3,
      said: 'memoryscape: What came in is larger than 20 MB, the limit: it is no document.\n',
    })
    expect(pieces).toBeLessThan(30)
    writeFileSync(place('large.json'), Buffer.alloc(20_000_001, 32))
    expect(await program(`validate ${place('large.json')}`)).toMatchObject({ code: 3 })
  })

  test('what takes a pattern long to refuse is refused at once', async () => {
    const dash = await program('validate - -q', [Buffer.from(`${'<!---->'.repeat(500)}x`)])
    expect(dash).toMatchObject({ code: 3, said: expect.stringMatching(/^memoryscape: .*not JSON/) as string })
    expect(await program(`run fig2d -q --set model.gain=${'1'.repeat(100_000)}x`)).toMatchObject({ code: 3 })
  })

  test('no text at all makes it throw, or say more than one line', async () => {
    const near = documentText(defaultExperiment)
    const mutated = fc.tuple(fc.nat(near.length - 1), fc.string({ maxLength: 4 })).map(([at, text]) => {
      return near.slice(0, at) + text + near.slice(at + text.length)
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), mutated), async (text) => {
        const { code, said } = await program('validate -', text)
        expect([0, 3]).toContain(code)
        expect(said.split('\n').length).toBe(code === 0 ? 1 : 2)
      }),
      { numRuns: 150 },
    )
  })
})

describe('validate and link', () => {
  test('validate says that it can be read, and what was moved', async () => {
    const far = { ...defaultExperiment, input: { saliency: [9, 2] } }
    expect(await program('validate -', JSON.stringify(far))).toEqual({
      code: 0,
      out: `This is a document of version ${defaultExperiment.version}: it can be read.\nMoved into its range: input.saliency[0] from 9 to 5.\n`,
      said: '',
    })
    expect(await program(`validate ${document} --quiet`)).toEqual({ code: 0, out: '', said: '' })
  })

  test('link gives what opens the document', async () => {
    const { out } = await program(`link ${document}`)
    expect(parseLink(out.trim())).toEqual({ ok: true, experiment: defaultExperiment })
    const whole = await program('link fig2d --site https://example.org/lab/#/x --view recall --set noise.strength=0.5')
    expect(whole.out).toMatch(/^https:\/\/example\.org\/lab\/#\/recall\?x=[\w-]+\n$/)
    const parsed = parseLink(whole.out)
    expect(parsed.ok && parsed.experiment.noise.strength).toBe(0.5)
  })

  test('help and version go to the standard output', async () => {
    expect(await program('--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    })
    expect((await program('run --help')).out).toMatch(/^Runs a document/)
  })
})
