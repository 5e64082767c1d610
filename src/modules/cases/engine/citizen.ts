import type { z } from 'zod'
import { requireCheckedFiles } from '../checked-files.ts'
import type { supplementCase } from '../contract.ts'
import type { CaseRow } from '../domain/case.ts'
import { updateFiled } from '../store/cases.ts'
import { endPause, insertPapers } from '../store/parts.ts'
import { type Acting, type Opened, saveAct } from './acting.ts'
import { paperRows } from './papers.ts'
import { endedPause } from './pause.ts'
import { versionOf } from './procedure.ts'

type Given = Pick<z.output<typeof supplementCase.input>, 'papers' | 'answers' | 'note'>

/** Takes in what was asked for: papers, answers, the end of the pause. */
export async function supplement(
  context: Acting,
  opened: Opened,
  { papers: given, answers: more, note }: Given,
): Promise<CaseRow> {
  const { row } = opened
  const { tx } = context
  const files = given.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
  await requireCheckedFiles(tx, files, context.actor)
  const papers = paperRows(context, row, await versionOf(tx, row), given)
  const answers = { ...row.answers, ...more }
  const pause = await endedPause(context, opened, note)
  const details = { note, paperCount: row.paperCount + papers.length, ...pause.details }
  const parts = async () => {
    await insertPapers(tx, papers)
    if (Object.keys(more).length > 0) await updateFiled(tx, row.id, { answers })
  }
  const after = await saveAct(context, opened, { act: 'supplement', details }, { ...pause.around, parts })
  return { ...after, answers }
}

/** Ends the case at the wish of its citizen. */
export function withdraw(context: Acting, opened: Opened, reason: string): Promise<CaseRow> {
  const parts = () => endPause(context.tx, opened.row.id, context.now)
  return saveAct(context, opened, { act: 'withdraw', details: { note: reason } }, { parts })
}
