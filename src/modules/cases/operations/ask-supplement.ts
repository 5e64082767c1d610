import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { beginPause } from '../engine/pause.ts'
import { versionOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'

export const askSupplement = operation(contract.askSupplement, async (context, input) => {
  const opened = await openCase(context, contract.askSupplement, 'ask-supplement', input)
  const { content } = await versionOf(context.tx, opened.row)
  const listed = new Map(content.papers.map(({ code, name }) => [code, name.vi]))
  const papers = input.papers.map(({ name, ...paper }, place) => {
    const called = name ?? listed.get(paper.code)
    if (called !== undefined) return { ...paper, name: called }
    throw new Problem('invalid-input', 'platform/invalid-input', 'A paper is not known.', {
      errors: [
        {
          path: `papers.${place}.code`,
          code: 'cases/unknown-paper',
          message: paper.code,
          values: { code: paper.code },
        },
      ],
    })
  })
  // Without a legal ground in the procedure the clock runs on while the citizen is awaited.
  const pause = beginPause(context, opened, {
    kind: 'supplement',
    stops: content.supplementPauses,
    reason: input.reason,
  })
  const wish = { act: 'ask-supplement' as const, details: { note: input.reason, papers, ...pause.details } }
  return showCase(context, await saveAct(context, opened, wish, pause.around))
})
