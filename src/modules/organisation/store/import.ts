import { Problem } from '#kernel/problem.ts'
import { readUpload } from '#server/files.ts'
import type { Context } from '#server/operation.ts'
import { planActs } from '../domain/acts.ts'
import { type Difference, planImport } from '../domain/import-plan.ts'
import { IMPORT_RESULTS, type ImportResult } from '../domain/kinds.ts'
import { readUnitFile } from '../domain/unit-file.ts'
import { loadStructure } from './structure.ts'

type Source = {
  readonly fileId?: string | undefined
  readonly text?: string | undefined
  readonly format?: 'csv' | 'json' | undefined
}
type Asked = Source & { readonly asOf: string; readonly rootId?: string | undefined; readonly complete: boolean }

/** What an import would change, row by row, and the edit that does it; refused rows leave the edit unusable. */
export async function readImport(context: Context, asked: Asked, decisionId: string | null) {
  const { text, format } = await sourceOf(context, asked)
  const rows = readUnitFile(text, format)
  if ('code' in rows) throw new Problem('invalid-input', rows.code, 'The file cannot be read.', { values: rows.values })
  const structure = await loadStructure(context.tx)
  if (asked.rootId !== undefined && !structure.byUnit.has(asked.rootId)) {
    throw new Problem('not-found', 'organisation/unit-not-found')
  }
  const { asOf, complete } = asked
  const plan = planImport(structure, { asOf, rows, rootId: asked.rootId ?? null, complete })
  const wasRefused = plan.differences.some(({ result }) => result === 'refused')
  // With rows missing the rest would be refused for their absence alone, so it is judged only when all rows are taken.
  const acts = wasRefused ? [] : plan.acts
  const { edit, refusals } = planActs(structure, { effectiveOn: asOf, decisionId, acts }, context.newId)
  const further = refusals.map(({ path, code, values }): Difference => {
    const row = plan.actRows[Number(path.split('.')[1] ?? -1)] ?? null
    const listed = plan.differences.find((difference) => difference.row === row)
    const name = listed?.name ?? String(values.name ?? '')
    return {
      row,
      result: 'refused',
      code: listed?.code ?? null,
      name,
      before: null,
      unitId: null,
      problem: { code, values },
    }
  })
  return { report: reportOf(rows.length, [...plan.differences, ...further]), edit }
}

function reportOf(rows: number, differences: readonly Difference[]) {
  const count = (result: ImportResult) => differences.filter((difference) => difference.result === result).length
  const counts = Object.fromEntries(IMPORT_RESULTS.map((result) => [result, count(result)])) as Record<
    ImportResult,
    number
  >
  return {
    rows,
    counts,
    differences: differences.map((difference) => ({
      ...difference,
      problem: difference.problem && { ...difference.problem, values: { ...difference.problem.values } },
    })),
    stored: false,
  }
}

async function sourceOf({ tx, actor }: Context, { fileId, text, format }: Source) {
  if (fileId !== undefined) {
    const file = await readUpload(tx, fileId, actor)
    return { text: decoded(file.bytes), format: format ?? (/[.]json$/i.test(file.name) ? 'json' : 'csv') } as const
  }
  if (text === undefined || format === undefined) throw new Problem('invalid-input', 'organisation/import-source')
  return { text, format }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('invalid-input', 'organisation/import-unreadable', 'Not UTF-8 text.', {
      values: { reason: 'UTF-8' },
    })
  }
}
