import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { weighable } from '../domain/index-766/indicators.ts'
import { listAllWeights } from '../store/index-weights.ts'

export const listIndexWeights = operation(contract.listIndexWeights, async ({ tx }) => {
  const indicators = weighable()
  const rows = await listAllWeights(tx)
  const weights = indicators.flatMap(({ indicator, name, isGroup }) =>
    rows
      .filter((row) => row.indicator === indicator)
      .map(({ points, validFrom, source, checked, reason, setByName, setAt }) => ({
        indicator,
        name,
        isGroup,
        points: Number(points),
        validFrom,
        source,
        checked,
        reason,
        set: setByName === null || setAt === null ? null : { byName: setByName, at: setAt },
      })),
  )
  return { weights, indicators: indicators.map(({ indicator, name }) => ({ indicator, name })) }
})
