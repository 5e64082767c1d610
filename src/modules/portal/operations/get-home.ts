import { operation } from '#server/operation.ts'
import { catalogueOf } from '../catalogue.ts'
import * as contract from '../contract.ts'
import { listLifeEvents } from '../store/finding.ts'

export const getHome = operation(contract.getHome, async ({ tx, now }) => {
  const { services, fields } = await catalogueOf(tx, now)
  const events = await listLifeEvents(tx)
  const count = (code: string) => [...services.values()].filter(({ fieldCode }) => fieldCode === code).length
  return {
    events: events.map(shownEvent),
    fields: fields.map((field) => ({ ...field, count: count(field.code) })).filter((field) => field.count > 0),
    total: services.size,
  }
})

export const shownEvent = ({
  code,
  nameVi,
  nameEn,
  procedures,
}: {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly procedures: string[]
}) => ({ code, name: { vi: nameVi, en: nameEn }, procedures })
