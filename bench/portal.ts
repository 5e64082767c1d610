/** What a citizen waits for on a slow phone: the first page, a search, a guide, the page of a case. */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startTestPlatform } from '#testing/platform.ts'
import { findChromium } from '../scripts/machine.ts'
import { above, type Bench, below, percentile, type Result, timed, told } from './report.ts'

/** A cheap phone on a poor connection: 1.6 Mbit/s down, 150 ms there and back, a processor four times as slow. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const SLOWER = 4
const LOADS = 7

const PAGES = [
  ['home', '/dich-vu'],
  ['search', '/dich-vu/tim?q=lam+giay+khai+sinh+cho+con'],
  ['guide', '/dich-vu/thu-tuc/1.001193'],
  ['map', '/dich-vu/ban-do'],
  ['track', '/tra-cuu'],
] as const

type Seen = {
  readonly usableMs: number
  readonly shift: number
  readonly blockedMs: number
  readonly scriptBytes: number
  readonly bytes: number
}

export const bench: Bench = async ({ scale, log }) => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Chromium is missing.')
  const platform = await startTestPlatform({ demo: true })
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`],
  })
  try {
    const results: Result[] = []
    for (const [name, path] of PAGES) {
      const seen: Seen[] = []
      for (let load = 0; load < LOADS; load++) seen.push(await look(browser, platform.url + path))
      log(`${name}: ${seen.map(({ usableMs }) => Math.round(usableMs)).join(' ')} ms`)
      const half = (of: (one: Seen) => number) => percentile(seen.map(of), 0.5)
      results.push(
        below(
          `${name}: usable on a slow phone, median of ${LOADS}`,
          half(({ usableMs }) => usableMs),
          'ms',
          2000,
        ),
        below(`${name}: script, compressed`, half(({ scriptBytes }) => scriptBytes) / 1024, 'kB', 150),
        told(`${name}: everything, compressed`, half(({ bytes }) => bytes) / 1024, 'kB'),
        below(
          `${name}: main thread blocked`,
          half(({ blockedMs }) => blockedMs),
          'ms',
          200,
        ),
        below(
          `${name}: layout shift`,
          half(({ shift }) => shift),
          '',
          0.1,
        ),
      )
    }
    const times = Math.max(20, Math.round(300 * scale))
    const answered = await timed(times, (place) =>
      fetch(`${platform.url}/dich-vu/tim?q=${WORDS[place % WORDS.length]}`),
    )
    results.push(below('search answered by the server, p95', percentile(answered, 0.95), 'ms', 100))
    return [...results, ...(await lighthouseResults(platform.url, port, log))]
  } finally {
    await browser.close()
    await platform.stop()
  }
}

/** In one hundredths, as Lighthouse tells them. */
const MARK = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

type Marks = { readonly lhr: { readonly categories: Readonly<Record<string, { readonly score: number }>> } }
type Lighthouse = (address: string, flags: object) => Promise<Marks>

/**
 * The marks that Lighthouse gives on its own slow phone. It brings a hundred packages and is not one of ours: put it there first, with
 * `npm install --no-save --ignore-scripts lighthouse@13.5.0`.
 */
async function lighthouseResults(url: string, port: number, log: (line: string) => void): Promise<Result[]> {
  const name: string = 'lighthouse'
  const found = (await import(name).catch(() => null)) as { default: Lighthouse } | null
  if (!found) {
    log('Lighthouse is not installed: its marks are not measured.')
    return []
  }
  const results: Result[] = []
  for (const [page, path] of PAGES.filter(([one]) => one !== 'search')) {
    const flags = { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES }
    const { lhr } = await found.default(url + path, flags)
    for (const category of CATEGORIES)
      results.push(above(`${page}: Lighthouse, ${category}`, (lhr.categories[category]?.score ?? 0) * 100, '', MARK))
  }
  return results
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

const WORDS = ['khai+sinh', 'ket+hon', 'so+do', 'giay+phep+xay+dung', 'ho+ngeo', 'chung+thuc+ban+sao', 'mo+quan+an']

/** One first visit: usable when the largest content stands and the main thread has been free for a while. */
async function look(browser: Browser, address: string): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'vi-VN',
  })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', NETWORK)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const types = new Map<string, string>()
  let [bytes, scriptBytes] = [0, 0]
  wire.on('Network.responseReceived', ({ requestId, type }) => void types.set(requestId, type))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    if (types.get(requestId) === 'Script') scriptBytes += encodedDataLength
  })
  await page.addInitScript(WATCH)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(800)
  const marks = await marksOf(page)
  await context.close()
  return { ...marks, bytes, scriptBytes }
}

/** Runs in the page, by the debugger: what the browser itself says of paint, shift and long tasks. */
const WATCH = `
  globalThis.__seen = { paint: 0, shift: 0, blocked: 0, free: 0 };
  new PerformanceObserver((list) => { for (const e of list.getEntries()) __seen.paint = e.startTime }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) __seen.shift += e.value }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) { __seen.blocked += Math.max(0, e.duration - 50); __seen.free = e.startTime + e.duration } }).observe({ type: 'longtask', buffered: true });
`

async function marksOf(page: Page) {
  const seen = (await page.evaluate(
    '({ ...__seen, ready: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd })',
  )) as { paint: number; shift: number; blocked: number; free: number; ready: number }
  return { usableMs: Math.max(seen.paint, seen.free, seen.ready), shift: seen.shift, blockedMs: seen.blocked }
}
