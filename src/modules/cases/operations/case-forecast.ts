import { findStep, getProcess } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import { caseForecast as contract } from '../contract/forecast.ts'
import { notFound } from '../engine/acting.ts'
import { foresee } from '../forecasting.ts'
import { blamed } from '../responsible.ts'
import { findOpenDraft } from '../store/apologies.ts'
import { findCaseInCourse } from '../store/courses.ts'

export const caseForecast = operation(contract, async (context, { caseId }) => {
  const { tx, now } = context
  const one = await findCaseInCourse(tx, caseId)
  const [foreseen] = one ? await foresee(tx, [one], one.endedAt ?? now) : []
  if (!one || !foreseen) throw notFound(context, contract, { caseId })
  const { process } = await getProcess(tx, one.processVersionId)
  const nameOf = (stepId: string) => findStep(process, stepId)?.name ?? null
  const culprit = blamed(foreseen, process)
  return {
    forecast: one.endedAt === null ? foreseen.forecast : null,
    elapsedMinutes: foreseen.elapsed,
    minutesLeft: one.endedAt === null ? foreseen.left : null,
    stays: foreseen.stays.map(({ stepId, minutes, personName }) => ({ stepName: nameOf(stepId), minutes, personName })),
    responsible: culprit && { ...culprit, stepName: nameOf(culprit.stepId) },
    draft: (await findOpenDraft(tx, caseId)) ?? null,
  }
})
