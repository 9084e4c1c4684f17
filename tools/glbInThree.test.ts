import type { Mesh } from 'three'
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js'
import { expect, test } from 'vitest'
import { glbFile } from '../src/exports/solid/glbFile.ts'
import { landscapeSolid } from '../src/exports/solid/landscapeSolid.ts'
import { makeLandscape } from '../src/model/landscape.ts'

// Stands here because exports know nothing of three.
test('the glTF file of a landscape is read by the loader of three, as one body', async () => {
  const heights = Float32Array.from({ length: 17 * 17 }, (_, k) => Math.sin(k))
  const solid = landscapeSolid(
    makeLandscape(17, 17, heights),
    { floor: -1, ceiling: 1 },
    { widthMm: 80, heightMm: 30, baseMm: 3, columns: 17 },
  )
  const words = { title: 'Two stable memories – α₁', document: { version: 3 } }
  const bytes = glbFile(solid, (share) => [share, 0.5, 1 - share], words)
  // The loader asks for the page that it is in.
  Object.assign(globalThis, { self: globalThis })
  const { scene, asset } = await new GLTFLoader().parseAsync(bytes.buffer, '')
  const meshes = scene.getObjectsByProperty('isMesh', true) as Mesh[]
  const triangles = meshes.map(({ geometry }) => (geometry.index?.count ?? 0) / 3)
  expect(triangles.reduce((a, b) => a + b)).toBe(solid.triangles.length / 3)
  expect(asset).toMatchObject({ version: '2.0', extras: words })
})
