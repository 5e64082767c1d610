/** What the tests need of the machine beside npm: a browser, PDF tools and fonts. Gets it where it may, or says how. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Need = {
  readonly what: string
  readonly met: () => boolean
  /** The package of Debian and Ubuntu, or of Homebrew. */
  readonly apt: string
  readonly brew: string
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC_BROWSERS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The program file of Chromium (or what CHROMIUM names); undefined when the machine has none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return BROWSERS.map(findProgram).find((path) => path !== undefined) ?? MAC_BROWSERS.find((path) => existsSync(path))
}

export const NEEDS: readonly Need[] = [
  {
    what: 'Chromium (browser journeys)',
    met: () => findChromium() !== undefined,
    apt: 'chromium',
    brew: '--cask chromium',
  },
  {
    what: 'pdftotext and pdftoppm (reading the PDF files the platform writes)',
    met: () => findProgram('pdftotext') !== undefined && findProgram('pdftoppm') !== undefined,
    apt: 'poppler-utils',
    brew: 'poppler',
  },
  {
    what: 'fc-list (naming the fonts of the machine)',
    met: () => findProgram('fc-list') !== undefined,
    apt: 'fontconfig',
    brew: 'fontconfig',
  },
  {
    what: 'Tinos (the typeface of official documents)',
    met: () => spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' }).stdout?.includes('Tinos') === true,
    apt: 'fonts-croscore',
    brew: '--cask font-tinos',
  },
]

/** Throws a message with the one command to type when something is missing that this process may not install. */
export function prepareMachine(log: (line: string) => void): void {
  const missing = NEEDS.filter(({ met }) => !met())
  if (missing.length === 0) return
  for (const { what } of missing) log(`missing: ${what}`)
  if (!mayInstall())
    throw new Error(`This machine lacks what the tests need. Get it with:\n\n  ${commandFor(missing)}\n`)
  installWithApt(
    missing.map(({ apt }) => apt),
    log,
  )
  const still = NEEDS.filter(({ met }) => !met())
  if (still.length > 0) throw new Error(`Still missing after apt-get: ${still.map(({ what }) => what).join(', ')}`)
}

/** The one command that gets the missing things on this kind of machine. */
export function commandFor(missing: readonly Need[], platform: string = process.platform): string {
  if (platform === 'darwin') return missing.map(({ brew }) => `brew install ${brew}`).join(' && ')
  if (platform === 'win32') return 'wsl --install Debian   (and run the tests inside it)'
  const packages = missing.map(({ apt }) => apt).join(' ')
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined
}

function installWithApt(packages: readonly string[], log: (line: string) => void): void {
  // Another apt may be at work on a fresh machine: wait for its lock. A mirror may fail once: try again.
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  const steps = [
    ['update', ...options],
    ['install', '-y', '--no-install-recommends', ...options, ...packages],
  ]
  for (const args of steps) {
    log(`apt-get ${args.join(' ')}`)
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status !== 0) throw new Error(`apt-get ${args[0]} failed (${status})`)
  }
}

function findProgram(name: string): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, `${name}${suffix}`))
  return places.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
