import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkImports } from './check-imports.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A small house in which every import points the right way; the given files are added to it or replace its own. */
function house(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'haidang-imports-test-'))
  folders.push(folder)
  const right: Record<string, string> = {
    'package.json': '{ "type": "module", "imports": { "#*": "./src/*" } }',
    'src/kernel/value.ts': `import { z } from 'zod'\nexport const value = z.string()\n`,
    'src/server/core.ts': `import fs from 'node:fs'\nimport { value } from '#kernel/value.ts'\nexport const core = [fs, value]\n`,
    'src/testing/api.ts': `import { core } from '#server/core.ts'\nexport const api = core\n`,
    'src/ui/button.tsx': `import { value } from '#kernel/value.ts'\nexport const button = value\n`,
    'src/main/start.ts': `import { organisation } from '#modules/organisation/index.ts'\nexport const start = organisation\n`,
    'src/modules/organisation/domain/unit.ts': `import { value } from '#kernel/value.ts'\nexport const unit = value\n`,
    'src/modules/organisation/contract.ts': `import { unit } from './domain/unit.ts'\nexport const contract = unit\n`,
    'src/modules/organisation/store.ts': `import { sql } from 'kysely'\nexport const store = sql\n`,
    'src/modules/organisation/operations/list.ts': `import { store } from '../store.ts'\nexport const list = store\n`,
    'src/modules/organisation/index.ts': `import { list } from './operations/list.ts'\nexport const organisation = list\n`,
    'src/modules/organisation/web/index.tsx': `import { contract } from '../contract.ts'\nimport { button } from '#ui/button.tsx'\nexport const web = [contract, button]\n`,
    'src/modules/reports/index.ts': `import { organisation } from '#modules/organisation/index.ts'\nexport const reports = organisation\n`,
  }
  for (const [path, text] of Object.entries({ ...right, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(join(import.meta.dirname, '..', 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function importing(target: string): string {
  return `import * as other from '${target}'\nexport const used = other\n`
}

test('a house whose imports all point the right way has nothing wrong, and every file was looked at', () => {
  expect(checkImports(house({}))).toEqual({ files: 12, wrong: [], unseen: [] })
})

const PLANTED: readonly (readonly [rule: string, file: string, target: string])[] = [
  ['kernel-stands-on-nothing', 'src/kernel/bad.ts', '#server/core.ts'],
  ['kernel-stands-on-nothing', 'src/kernel/bad.ts', 'node:fs'],
  ['server-stands-on-kernel', 'src/server/bad.ts', '#modules/organisation/contract.ts'],
  ['ui-stands-on-kernel', 'src/ui/bad.tsx', '#modules/organisation/contract.ts'],
  ['modules-stand-below-main', 'src/modules/reports/operations/bad.ts', '#main/start.ts'],
  ['only-tests-use-testing', 'src/modules/reports/operations/bad.ts', '#testing/api.ts'],
  ['web-and-server-never-meet', 'src/modules/reports/web/bad.tsx', '#server/core.ts'],
  ['web-and-server-never-meet', 'src/modules/reports/web/bad.tsx', '#modules/organisation/index.ts'],
  ['server-and-web-never-meet', 'src/modules/reports/operations/bad.ts', '#ui/button.tsx'],
  ['ui-and-web-stay-in-the-browser', 'src/modules/reports/web/bad.tsx', 'node:fs'],
  ['domain-is-pure', 'src/modules/reports/domain/bad.ts', 'node:fs'],
  ['domain-is-pure', 'src/modules/reports/domain/bad.ts', '#modules/organisation/contract.ts'],
  ['contract-only-describes', 'src/modules/reports/contract.ts', '#server/core.ts'],
  ['only-the-store-speaks-sql', 'src/modules/reports/operations/bad.ts', 'kysely'],
  ['only-the-store-speaks-sql', 'src/modules/reports/handlers/bad.ts', 'pg'],
  ['modules-meet-at-the-door', 'src/modules/reports/operations/bad.ts', '#modules/organisation/store.ts'],
  ['modules-meet-at-the-door', 'src/modules/reports/operations/bad.test.ts', '#modules/organisation/domain/unit.ts'],
  ['the-demonstration-uses-doors', 'src/main/demo/bad.ts', '#modules/organisation/store.ts'],
  ['organisation-looks-down-only', 'src/modules/organisation/operations/bad.ts', '#modules/reports/index.ts'],
  ['imports-lead-somewhere', 'src/server/bad.ts', './nowhere.ts'],
]

test.each(PLANTED)('%s fires on %s importing %s', (rule, file, target) => {
  const { wrong } = checkImports(house({ [file]: importing(target) }))
  expect(wrong.filter((line) => line.startsWith(`${rule}: ${file} → `))).toHaveLength(1)
})

test('a type-only import points the wrong way just as much', () => {
  const text = `import type { core } from '#server/core.ts'\nexport type Core = typeof core\n`
  const { wrong } = checkImports(house({ 'src/kernel/bad.ts': text }))
  expect(wrong).toContain('kernel-stands-on-nothing: src/kernel/bad.ts → src/server/core.ts')
})

test('a cycle is found', () => {
  const { wrong } = checkImports(
    house({ 'src/server/a.ts': importing('./b.ts'), 'src/server/b.ts': importing('./a.ts') }),
  )
  expect(wrong).toContain('no-cycles: src/server/a.ts → src/server/b.ts')
})
