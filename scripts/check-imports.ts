/** Checks which way imports point, and that every source file was really looked at. */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

type Report = {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }[]
  }
}

export type ImportCheck = {
  readonly files: number
  /** 'rule: from → to' */
  readonly wrong: readonly string[]
  /** Files the tool was silent about: without its compiler it reports no violations in no modules and exits 0. */
  readonly unseen: readonly string[]
}

/** What is wrong with the imports of the tree at `folder`, judged by the rules of this house. */
export function checkImports(folder: string): ImportCheck {
  const house = join(import.meta.dirname, '..')
  const program = join(house, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const rules = join(house, '.dependency-cruiser.cjs')
  const args = [program, 'src', '--config', rules, '--output-type', 'json']
  const run = spawnSync(process.execPath, args, { cwd: folder, maxBuffer: 1 << 30, encoding: 'utf8' })
  if (run.stdout === '') throw new Error(`dependency-cruiser did not answer: ${run.stderr}`)
  const { modules, summary } = JSON.parse(run.stdout) as Report
  const seen = new Set(modules.map(({ source }) => source))
  const files = globSync('src/**/*.{ts,tsx}', { cwd: folder }).map((file) => file.replaceAll('\\', '/'))
  return {
    files: files.length,
    wrong: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    unseen: files.filter((file) => !seen.has(file)),
  }
}

if (import.meta.main) {
  const { files, wrong, unseen } = checkImports(process.cwd())
  for (const line of wrong) console.error(line)
  for (const file of unseen) console.error(`not looked at: ${file}`)
  console.log(`${files} files, ${wrong.length} wrong imports, ${unseen.length} not looked at`)
  process.exitCode = files === 0 || wrong.length + unseen.length > 0 ? 1 : 0
}
