import { parsePeriodKey, periodRange, regimeOf } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownMeasure } from '../engine/shown.ts'
import { shownVersion } from '../engine/subjects.ts'
import { findMeasures } from '../store/definitions.ts'
import { listHistory } from '../store/observations.ts'

export const historyOfObservation = operation(contract.historyOfObservation, async ({ tx }, input) => {
  const [measure] = await findMeasures(tx, [input.measure])
  if (!measure) throw new Problem('not-found', 'indicators/unknown-measure', '', { values: { code: input.measure } })
  const period = parsePeriodKey(input.period)
  if (!period) throw new Error('the contract has checked the period')
  const structure = await loadStructure(tx)
  const range = periodRange(period, regimeOf(input.regime))
  const versions = await listHistory(tx, { measureId: measure.id, unitId: input.unitId, ...range })
  return {
    measure: shownMeasure(measure),
    versions: versions.map((version) => shownVersion(structure, version, input.regime, null)),
  }
})
