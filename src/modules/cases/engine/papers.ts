import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import type { Version } from '#modules/procedures/index.ts'
import type { PaperInput } from '../contract/shapes.ts'
import type { CaseRow } from '../domain/case.ts'
import type { PaperRow } from '../store/tables.ts'
import type { Acting } from './acting.ts'

/** Papers as they are kept. One that is not on the procedure's list is called `other-…` and brings its name. Throws otherwise. */
export function paperRows(
  { newId, now }: Acting,
  { id: caseId }: Pick<CaseRow, 'id'>,
  { content }: Version,
  papers: readonly z.output<typeof PaperInput>[],
): PaperRow[] {
  const listed = new Map(content.papers.map(({ code, name }) => [code, name.vi]))
  return papers.map(({ code, name, form, copies, source, fileId, note }, place) => {
    const known = listed.get(code) ?? (code.startsWith('other-') ? name : undefined)
    if (known === undefined)
      throw new Problem('invalid-input', 'platform/invalid-input', 'A paper is not known.', {
        errors: [{ path: `papers.${place}.code`, code: 'cases/unknown-paper', message: code, values: { code } }],
      })
    return { id: newId(), caseId, code, name: known, form, copies, source, fileId, note, addedAt: now, removedAt: null }
  })
}
