import { Problem } from '#kernel/problem.ts'
import type { PublicCase } from '#modules/cases/contract.ts'
import { findCaseIdByCode, lookUpCase } from '#modules/cases/index.ts'
import { rateCase } from '#modules/portal/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { reasonsOf } from '../domain/satisfaction.ts'
import { wayOf } from '../rating.ts'

export const rateCaseByReceipt = operation(
  contract.rateCaseByReceipt,
  async (context, { code, secret, stars, reasons, words }) => {
    const { tx, now } = context
    // The same proof, and the same count of wrong tries, as on the page that follows a case.
    const found = (await lookUpCase.run(context, { code, secret })) as PublicCase
    const caseId = await findCaseIdByCode(tx, found.code)
    if (caseId === undefined) throw new Problem('not-found', 'cases/not-found')
    if (found.endedAt === null) throw new Problem('conflict', 'appointments/not-ended')
    const said = { stars, reasons: reasonsOf(stars, reasons), words, way: wayOf(context), at: now }
    await rateCase(tx, { caseId, draftId: null, citizenId: null, ...said })
    return null
  },
)
