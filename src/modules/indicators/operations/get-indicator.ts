import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { codesOf, loadCatalogue } from '../engine/catalogue.ts'
import { shownIndicator, shownMeasure } from '../engine/shown.ts'
import { listTargets, listVersionsOf } from '../store/definitions.ts'

export const getIndicator = operation(contract.getIndicator, async ({ tx, now }, { code, day }) => {
  const catalogue = await loadCatalogue(tx, [{ kind: 'indicator', code }])
  const versions = await listVersionsOf(tx, [code])
  const chosen = catalogue.versionAt(code, day ?? dayAt(now)) ?? versions[0]
  if (!chosen) throw new Error('loadCatalogue has found the indicator, so it has a version')
  const targets = await listTargets(tx, [chosen.indicatorId], null)
  const measures = [...new Set(codesOf(chosen))].flatMap((measure) => catalogue.measure(measure) ?? [])
  return {
    indicator: shownIndicator(chosen, targets, catalogue.measure),
    versions: versions.map((version) => shownIndicator(version, [], catalogue.measure)),
    measures: measures.map(shownMeasure),
  }
})
