import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { breaches, readTree } from './house-rules.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const MODULE = 'src/modules/registries'
const RIGHT: Readonly<Record<string, string>> = {
  [`${MODULE}/README.md`]: '# Registries\n',
  [`${MODULE}/contract.ts`]: 'export const contract = 1\n',
  [`${MODULE}/index.ts`]: 'export const registries = 1\n',
  [`${MODULE}/operations/register-birth.ts`]: `export const registerBirth = operation(contract.registerBirth, () => {\n  throw new Problem('conflict', 'registries/twice', 'x')\n})\n`,
  [`${MODULE}/operations/list-births.ts`]: 'export const listBirths = operation(contract.listBirths, () => [])\n',
  [`${MODULE}/operations/register-birth.test.ts`]: 'export const tested = 1\n',
  [`${MODULE}/operations/births.test.ts`]: 'await api.call(contract.listBirths)\n',
  [`${MODULE}/domain/problems.ts`]: `export const problems = { 'registries/twice': {} }\n`,
  [`${MODULE}/migrations/20261121T1500-create-registries.sql`]: `
    create schema registries;
    -- drop table cases.file is only spoken of here
    create table registries.birth (unit_id uuid references organisation.unit (id), note text default 'insert into cases.file');
    create unique index birth_by_note on registries.birth (note);
    comment on table registries.birth is 'x';`,
  [`${MODULE}/web/messages.vi.ts`]: `export const vi = { title: 'Khai sinh' }\n`,
  [`${MODULE}/web/messages.en.ts`]: `export const en: Messages<typeof vi> = { title: 'Births' }\n`,
}

function breachesWith(files: Readonly<Record<string, string | null>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'haidang-house-test-'))
  folders.push(folder)
  for (const [path, text] of Object.entries({ ...RIGHT, ...files })) {
    if (text === null) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return breaches(readTree(folder))
}

test('a module in order breaks no rule', () => {
  expect(breachesWith({})).toEqual([])
})

const skipped = `test.${'skip'}('later', () => undefined)\n`
const marked = `// ${'TO'}${'DO'} later\n`
const silenced = `// @ts-${'ignore'}\n`

test.each<[string, Record<string, string | null>, string]>([
  ['a module without README', { [`${MODULE}/README.md`]: null }, 'has no README.md'],
  ['a module without contract', { [`${MODULE}/contract.ts`]: null }, 'has no contract.ts'],
  [
    'an operation no story calls',
    { [`${MODULE}/operations/births.test.ts`]: 'export const tested = 1\n' },
    'list-births.ts: no test calls it',
  ],
  [
    'an operation without test',
    { [`${MODULE}/operations/register-birth.test.ts`]: null },
    'register-birth.test.ts beside it',
  ],
  [
    'a table in another schema',
    { [`${MODULE}/migrations/20261121T1501-x.sql`]: 'create table cases.file ();' },
    'outside the schema registries',
  ],
  [
    'a table without schema',
    { [`${MODULE}/migrations/20261121T1501-x.sql`]: 'create table file ();' },
    'outside the schema registries',
  ],
  [
    'a foreign key to another module',
    {
      [`${MODULE}/migrations/20261121T1501-x.sql`]:
        'alter table registries.birth add column c uuid references cases.file (id);',
    },
    'references cases.file',
  ],
  [
    'changing rows of another module',
    { [`${MODULE}/migrations/20261121T1501-x.sql`]: 'delete from cases.file;' },
    'delete from cases.file',
  ],
  ['another schema', { [`${MODULE}/migrations/20261121T1501-x.sql`]: 'create schema cases;' }, 'create schema cases'],
  [
    'a migration without a time',
    { [`${MODULE}/migrations/birth.sql`]: 'create table registries.x ();' },
    'is not called',
  ],
  ['a file of 301 lines', { [`${MODULE}/store.ts`]: 'export const x = 1\n'.repeat(301) }, '301 lines'],
  ['a skipped test', { [`${MODULE}/store.test.ts`]: skipped }, 'every test runs'],
  ['unfinished work', { [`${MODULE}/store.ts`]: marked }, 'it is finished'],
  ['a silenced type', { [`${MODULE}/store.ts`]: silenced }, 'types are made right'],
  ['a class', { [`${MODULE}/store.ts`]: 'export class Store {}\n' }, 'no class but Problem'],
  ['a default export', { [`${MODULE}/store.ts`]: 'export default 1\n' }, 'no default exports'],
  ['a folder for anything', { 'src/kernel/utils/x.ts': 'export const x = 1\n' }, 'says where, not what for'],
  [
    'a tone that laws put elsewhere',
    { [`${MODULE}/web/messages.vi.ts`]: `export const vi = { lock: 'Kho\u00e1 quý' }\n` },
    '"o\u00e1" has its tone',
  ],
  ['a text in one language', { [`${MODULE}/web/messages.en.ts`]: null }, 'has no en'],
  [
    'a text the compiler does not compare',
    { [`${MODULE}/web/messages.en.ts`]: 'export const en = {}\n' },
    'is not typed',
  ],
  [
    'a refusal nobody can read',
    { [`${MODULE}/domain/problems.ts`]: 'export const problems = {}\n' },
    `nothing says 'registries/twice'`,
  ],
])('%s is found', (_, files, message) => {
  const found = breachesWith(files)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(message)
})
