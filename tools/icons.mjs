// `npm run icons`: the PNG icons of the installed app, from public/favicon.svg. To be run after the drawing has changed; the pictures are kept in git.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium, quietFlags } from './chromium.mjs'
import { root } from './install.mjs'

/** A maskable icon is cut to a circle or what else a system likes: its drawing keeps to the middle, on a ground to the edges. */
const icons = [
  { name: 'icon-192', size: 192, share: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, share: 1, ground: 'transparent' },
  { name: 'maskable-512', size: 512, share: 0.8, ground: '#f4eee1' },
  { name: 'apple-touch-icon', size: 180, share: 0.9, ground: '#f4eee1' },
]

const executablePath = await findChromium()
if (!executablePath) throw new Error('There is no Chromium: `npm test` installs one, or name one in CHROMIUM_PATH.')
const svg = readFileSync(join(root, 'public', 'favicon.svg')).toString('base64')
const folder = join(root, 'public', 'icons')
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, headless: true, args: quietFlags })
for (const { name, size, share, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const image = `<img src="data:image/svg+xml;base64,${svg}" style="width:${100 * share}%;height:${100 * share}%">`
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">${image}`,
  )
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
