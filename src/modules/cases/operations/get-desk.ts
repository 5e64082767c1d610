import { operation } from '#server/operation.ts'
import { getDesk as contract } from '../contract/forms.ts'
import { findDesk } from '../store/desks.ts'

export const getDesk = operation(contract, async ({ tx }, { unitId }) => ({
  desk: (await findDesk(tx, unitId)) ?? null,
}))
