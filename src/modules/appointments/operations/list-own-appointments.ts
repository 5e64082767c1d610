import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { secretFor } from '../secrets.ts'
import { shown } from '../shown.ts'
import { listOfCitizen } from '../store/appointments.ts'

export const listOwnAppointments = operation(contract.listOwnAppointments, async ({ tx, actor }) => {
  const appointments = []
  for (const row of await listOfCitizen(tx, actor.id))
    appointments.push({ ...(await shown(tx, row)), secret: secretFor(row.id) })
  return { appointments }
})
