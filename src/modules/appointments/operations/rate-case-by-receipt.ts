import { Problem } from '#kernel/problem.ts'
import type { PublicCase } from '#modules/cases/contract.ts'
import { findCaseIdByCode, lookUpCase, placesOfCases } from '#modules/cases/index.ts'
import { RATINGS_TOPIC } from '#modules/portal/contract.ts'
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
    const [place] = caseId === undefined ? [] : await placesOfCases(tx, [caseId])
    if (!place) throw new Problem('not-found', 'cases/not-found')
    if (found.endedAt === null) throw new Problem('conflict', 'appointments/not-ended')
    const said = { stars, reasons: reasonsOf(stars, reasons), words, way: wayOf(context), at: now }
    const of = { caseId: place.id, unitId: place.competentUnitId, caseCode: found.code }
    await rateCase(tx, { ...of, draftId: null, citizenId: null, ...said })
    await context.announce(RATINGS_TOPIC)
    return null
  },
)
