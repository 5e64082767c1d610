import { administration } from '#modules/administration/index.ts'
import { appointments } from '#modules/appointments/index.ts'
import { auditor } from '#modules/auditor/index.ts'
import { calendar } from '#modules/calendar/index.ts'
import { cases } from '#modules/cases/index.ts'
import { complaints } from '#modules/complaints/index.ts'
import { counter } from '#modules/counter/index.ts'
import { exchange } from '#modules/exchange/index.ts'
import { forms } from '#modules/forms/index.ts'
import { identity } from '#modules/identity/index.ts'
import { indicators } from '#modules/indicators/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { portal } from '#modules/portal/index.ts'
import { procedures } from '#modules/procedures/index.ts'
import { reports } from '#modules/reports/index.ts'
import { workspace } from '#modules/workspace/index.ts'
import type { Module } from '#server/module.ts'

/** The modules of the platform, from the one that knows least to the one that knows most. */
export const modules: readonly Module[] = [
  organisation,
  identity,
  administration,
  calendar,
  indicators,
  procedures,
  forms,
  cases,
  complaints,
  counter,
  portal,
  appointments,
  auditor,
  reports,
  exchange,
  workspace,
]
