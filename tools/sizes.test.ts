import { describe, expect, test } from 'vitest'
import { describeSize, filesByStage, filesOfPage, staticClosure } from './sizes.mjs'

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    css: ['assets/index.css'],
    imports: ['_react.js'],
    dynamicImports: [
      'src/scene/LandscapeScene.tsx',
      'src/app/recall/RecallView.tsx',
      'src/panels/phase/NoisePanel.tsx',
    ],
  },
  '_react.js': { file: 'assets/react.js', imports: ['index.html'] },
  'src/scene/LandscapeScene.tsx': {
    file: 'assets/scene.js',
    imports: ['_react.js', '_three.js'],
    css: ['assets/scene.css'],
  },
  'src/app/recall/RecallView.tsx': {
    file: 'assets/recall.js',
    imports: ['_react.js'],
    css: ['assets/recall.css'],
  },
  'src/panels/phase/NoisePanel.tsx': {
    file: 'assets/noise.js',
    imports: ['_react.js', '_three.js'],
    css: ['assets/noise.css'],
  },
  '_three.js': { file: 'assets/three.js', dynamicImports: ['_exporter.js'] },
  '_exporter.js': { file: 'assets/exporter.js' },
}
const page = `<script type="module" crossorigin src="./assets/index.js"></script>
  <link rel="modulepreload" href="./assets/three.js"><link rel="stylesheet" crossorigin href="./assets/index.css">
  <link rel="icon" href="./favicon.svg">`

describe('the static closure', () => {
  test('follows imports and style sheets, once each, through cycles, and no dynamic import', () => {
    expect([...staticClosure(manifest, ['index.html'])]).toEqual([
      'assets/index.js',
      'assets/index.css',
      'assets/react.js',
    ])
  })

  test('refuses a chunk that the manifest does not have', () => {
    expect(() => staticClosure(manifest, ['_lost.js'])).toThrow('no chunk _lost.js')
  })
})

test('a page names its scripts and style sheets; a preload is not counted', () => {
  expect(filesOfPage(page)).toEqual(['assets/index.js', 'assets/index.css'])
})

test('the first surface is the shell and the closure of the scene; the other views are what they add', () => {
  const { shell, surface, recall, phase } = filesByStage(manifest, page)
  expect([...phase].toSorted()).toEqual(['assets/noise.css', 'assets/noise.js'])
  expect([...recall].toSorted()).toEqual(['assets/recall.css', 'assets/recall.js'])
  expect([...shell].toSorted()).toEqual(['assets/index.css', 'assets/index.js', 'assets/react.js'])
  expect([...surface].toSorted()).toEqual(
    [...shell, 'assets/scene.css', 'assets/scene.js', 'assets/three.js'].toSorted(),
  )
})

test('a manifest without a scene, or a page without a chunk, is an error and not a small size', () => {
  const { 'src/scene/LandscapeScene.tsx': _scene, ...rest } = manifest
  expect(() => filesByStage(rest, page)).toThrow('no scene chunk')
  expect(() => filesByStage(manifest, '<p>')).toThrow('no chunk')
})

test.each([
  [100, 'ok'],
  [101, 'over the target'],
  [201, 'TOO LARGE'],
])('%i bytes are %s', (bytes, verdict) => {
  expect(describeSize({ name: 'part', bytes, target: 100, cap: 200 }).endsWith(verdict)).toBe(true)
})
