/** The rules of the house that no other tool checks. Each takes the tree and names what breaks it. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export type Tree = {
  readonly folder: string
  /** Paths of every file of ours, with `/`, relative to the folder. */
  readonly files: readonly string[]
  read(path: string): string
}

const LONGEST_FILE = 300
const SOURCES = ['src/**/*', 'scripts/**/*', 'tests/**/*', 'bench/**/*', 'docs/**/*.md', '*.md']

/** The files of the house at `folder`. */
export function readTree(folder: string): Tree {
  const files = globSync(SOURCES, { cwd: folder, exclude: ['**/node_modules/**', '**/screenshots/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /[.][a-z0-9]+$/.test(basename(path)))
  const texts = new Map<string, string>()
  const read = (path: string): string => {
    const text = texts.get(path) ?? readFileSync(join(folder, path), 'utf8')
    texts.set(path, text)
    return text
  }
  return { folder, files: files.toSorted(), read }
}

/** Every breach of every rule, one line each; empty when the house is in order. */
export function breaches(tree: Tree): string[] {
  const rules = [
    modulesAreWhole,
    operationsAreTested,
    migrationsStayHome,
    filesAreShort,
    wordsAreOurs,
    bothLanguages,
    tonesStandFirst,
    problemsAreSaid,
    linksLead,
  ]
  return rules.flatMap((rule) => rule(tree))
}

/** Every module says what it is, what it promises, and has one door. */
function modulesAreWhole({ folder, files }: Tree): string[] {
  const rooms = ['README.md', 'contract.ts', 'index.ts']
  return moduleNames(files).flatMap((name) =>
    rooms
      .filter((room) => !existsSync(join(folder, 'src/modules', name, room)))
      .map((room) => `src/modules/${name}: has no ${room}`),
  )
}

/** Every operation is called by a test: one of its own name beside it, or a story of its module that calls its contract. */
function operationsAreTested({ files, read }: Tree): string[] {
  const all = new Set(files)
  return files
    .filter((path) => /^src\/modules\/[^/]+\/operations\/.+[.]ts$/.test(path) && !path.endsWith('.test.ts'))
    .filter((path) => / operation\(/.test(read(path)))
    .filter((path) => !all.has(path.replace(/[.]ts$/, '.test.ts')))
    .filter((path) => {
      const [, module] = /^src\/modules\/([^/]+)\//.exec(path) ?? []
      const called = basename(path, '.ts').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
      const stories = files.filter((file) => file.startsWith(`src/modules/${module}/`) && file.endsWith('.test.ts'))
      return !stories.some((file) => new RegExp(`\\b${called}\\b`).test(read(file)))
    })
    .map((path) => `${path}: no test calls it, and there is no ${basename(path, '.ts')}.test.ts beside it`)
}

/** A migration creates and changes only what is in its module's own schema; it may refer to `organisation.unit`. */
function migrationsStayHome(tree: Tree): string[] {
  return tree.files.flatMap((path) => {
    const [, home] = /^src\/(?:modules\/([^/]+)|server)\/migrations\/.+[.]sql$/.exec(path) ?? []
    if (!/\/migrations\/.+[.]sql$/.test(path)) return []
    const schema = home ?? 'platform'
    const named = /^\d{8}T\d{4}-[a-z0-9-]+[.]sql$/.test(basename(path))
      ? []
      : [`${path}: is not called YYYYMMDDTHHMM-what-it-does.sql`]
    return [...named, ...foreignStatements(tree.read(path), schema).map((found) => `${path}: ${found}`)]
  })
}

const CHANGES =
  /\b(?:(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:unlogged\s+|materialized\s+|constraint\s+)?(?:table|view|type|domain|function|procedure|sequence|trigger\s+\w+\s+on)(?:\s+if\s+(?:not\s+)?exists)?|create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?\w+\s+on(?:\s+only)?|create\s+policy\s+\w+\s+on|insert\s+into|delete\s+from|truncate(?:\s+table)?|comment\s+on\s+(?:table|column|function|view)|references)\s+([a-z_][\w.]*)/g

function foreignStatements(sql: string, schema: string): string[] {
  const code = sql
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .toLowerCase()
  const wrong = [...code.matchAll(CHANGES)].flatMap(([statement, target = '']) => {
    const isReference = statement.startsWith('references')
    if (target.startsWith(`${schema}.`) || (isReference && target === 'organisation.unit')) return []
    return [`${statement.replaceAll(/\s+/g, ' ')} is outside the schema ${schema}`]
  })
  const schemas = [...code.matchAll(/\b(?:create|alter|drop)\s+schema\s+(?:if\s+(?:not\s+)?exists\s+)?(\w+)/g)]
  return [...wrong, ...schemas.filter(([, name]) => name !== schema).map(([statement]) => statement)]
}

function filesAreShort({ files, read }: Tree): string[] {
  return files
    .filter((path) => /[.](?:ts|tsx|css)$/.test(path) && !isTest(path))
    .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${LONGEST_FILE}`)
}

/** Written in pieces where this file would find itself. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TO DO|TODO|FIXME|XXX|HACK)\b(?!['"|)])/, 'unfinished work is not marked, it is finished'],
  [/@ts-(?:ignore|nocheck|expect-error)\b/, 'types are made right, not silenced'],
  [/\b(?:it|test|describe|suite)(?:[.]\w+)*[.](?:skip|only|todo|skipIf|runIf|fails)\b/, 'every test runs'],
  [/\blorem ipsum\b/i, 'no filler text'],
  [/^\s*export default (?!defineConfig\b)/m, 'no default exports'],
  [/^\s*(?:export )?(?:const )?enum \w/m, 'no enums'],
  [/^(?:export )?interface \w/m, 'type, not interface'],
  [/^(?:export )?(?:abstract )?class (?!Problem\b)/m, 'no class but Problem'],
]
const FOLDERS = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|lib)\//
/** Vitest calls the default export of these. */
const NEEDS_DEFAULT = ['src/testing/global-setup.ts']

function wordsAreOurs({ files, read }: Tree): string[] {
  const named = files.filter((path) => FOLDERS.test(path)).map((path) => `${path}: says where, not what for`)
  const written = files
    .filter((path) => /[.](?:ts|tsx|sql)$/.test(path) && !/^scripts[/]house-rules|[.]d[.]ts$/.test(path))
    .flatMap((path) =>
      WORDS.filter(
        ([word, why]) => word.test(read(path)) && !(why === 'no default exports' && NEEDS_DEFAULT.includes(path)),
      ).map(([, why]) => `${path}: ${why}`),
    )
  return [...named, ...written]
}

/** Every text exists in both languages: the compiler compares the keys, so both files must be there and say so. */
function bothLanguages({ files, read }: Tree): string[] {
  const all = new Set(files)
  return files.flatMap((path) => {
    const match = /^(.*messages)[.](vi|en)[.]tsx?$/.exec(path.replace(/[.]tsx$/, '.ts'))
    if (match === null) return []
    const [, stem = '', language] = match
    const other = language === 'vi' ? 'en' : 'vi'
    const missing =
      all.has(`${stem}.${other}.ts`) || all.has(`${stem}.${other}.tsx`) ? [] : [`${path}: has no ${other}`]
    const unchecked =
      language === 'en' && !read(path).includes('Messages<') ? [`${path}: is not typed Messages<typeof vi>`] : []
    return [...missing, ...unchecked]
  })
}

/** Written with escapes: this file would find itself. Final oa, oe, uy with the mark on the second vowel; `qu` begins a syllable. */
const LATER_TONE =
  /(?<!q)(?:o[\u00e1\u00e0\u1ea3\u00e3\u1ea1\u00e9\u00e8\u1ebb\u1ebd\u1eb9]|u[\u00fd\u1ef3\u1ef7\u1ef9\u1ef5])(?!\p{L})/iu

/** Texts spell as laws do, with the tone on the first vowel of final oa, oe and uy; names of people and places spell as they wish. */
function tonesStandFirst({ files, read }: Tree): string[] {
  return files
    .filter((path) => /(?:messages(?:[.]vi)?|words[.]vi|problems)[.]ts$/.test(path) && path.startsWith('src/'))
    .flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, place) => {
          const found = LATER_TONE.exec(line)
          return found ? [`${path}:${place + 1}: "${found[0]}" has its tone on the second vowel`] : []
        }),
    )
}

/** Every refusal thrown by its code is put into words in both languages somewhere: in a `problems.ts`. */
function problemsAreSaid({ files, read }: Tree): string[] {
  const said = files
    .filter((path) => /problems?(?:-messages)?[.]ts$/.test(path) || /\/problems\//.test(path))
    .map(read)
    .join('\n')
  return files
    .filter((path) => /^src\/(?:server|modules)\/.*[.]ts$/.test(path) && !isTest(path))
    .flatMap((path) =>
      [...read(path).matchAll(/new Problem\(\s*'[a-z-]+',\s*'([a-z-]+\/[a-z0-9-]+)'/g)]
        .map(([, code = '']) => code)
        .filter((code) => !said.includes(`'${code}'`))
        .map((code) => `${path}: nothing says '${code}' in both languages`),
    )
}

/** Every link and picture of a document that points into the house leads to a file. */
function linksLead({ folder, files, read }: Tree): string[] {
  return files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...read(path).matchAll(/\]\(([^()\s]+)\)/g)]
        .map(([, target = '']) => target.split('#')[0] ?? '')
        .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(join(folder, dirname(path), target)))
        .map((target) => `${path}: links to ${target}, which is not there`),
    )
}

function isTest(path: string): boolean {
  return /[.]test[.]tsx?$/.test(path) || dirname(path).startsWith('tests')
}

function moduleNames(files: readonly string[]): string[] {
  const names = files.flatMap((path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? [])
  return [...new Set(names)]
}
