/**
 * Whether package-lock.json names every optional package of every platform. `npm ci` refuses a lock that does not, and
 * `npm install` leaves out those that the registry it asked did not have.
 */

type Entry = {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
export type Lock = { readonly packages: Readonly<Record<string, Entry>> }

type Missing = { readonly name: string; readonly wanted: string; readonly by: string }

const SYSTEMS = [
  'android',
  'darwin',
  'linux',
  'win32',
  'windows',
  'freebsd',
  'openharmony',
  'sunos',
  'netbsd',
  'openbsd',
  'aix',
]
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

/** The optional packages that are asked for but not in the lock. */
export function missingFromLock({ packages }: Lock): Missing[] {
  return Object.entries(packages).flatMap(([by, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesFor(by, name).some((place) => place in packages))
      .map(([name, wanted]) => ({ name, wanted, by })),
  )
}

/** The lock with them: version and platform, so that they are skipped elsewhere and fetched where they belong. */
export function completeLock(lock: Lock): Lock {
  const packages: Record<string, Entry> = { ...lock.packages }
  for (const { name, wanted, by } of missingFromLock(lock)) {
    const top = `node_modules/${name}`
    packages[top in packages ? `${by}/${top}` : top] = {
      version: wanted.replace(/^[\^~]/, ''),
      ...(lock.packages[by]?.dev === true ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    }
  }
  const inOrder = Object.entries(packages).toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  return { ...lock, packages: Object.fromEntries(inOrder) }
}

/** Where Node would find the package from there, nearest first. */
function placesFor(from: string, name: string): string[] {
  const parents = from.split('/node_modules/')
  const above = parents.map((_, place) => parents.slice(0, parents.length - place).join('/node_modules/'))
  return [...above.filter((path) => path !== '').map((path) => `${path}/node_modules/${name}`), `node_modules/${name}`]
}

/** Platform packages say in their name where they run. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/)
  const system = words.findLast((word) => SYSTEMS.includes(word))?.replace('windows', 'win32')
  const processor = words.findLast((word) => PROCESSORS.includes(word))
  const musl = words.some((word) => word.startsWith('musl'))
  const gnu = words.some((word) => word.startsWith('gnu'))
  return {
    ...(system === undefined ? {} : { os: [system] }),
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(musl ? { libc: ['musl'] } : gnu ? { libc: ['glibc'] } : {}),
  }
}
