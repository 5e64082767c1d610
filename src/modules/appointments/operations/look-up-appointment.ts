import { operation } from '#server/operation.ts'
import { requireByKey } from '../by-key.ts'
import * as contract from '../contract.ts'
import { opened } from '../shown.ts'

export const lookUpAppointment = operation(contract.lookUpAppointment, async (context, key) =>
  opened(context.tx, await requireByKey(context, key), context.now),
)
