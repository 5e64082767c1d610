import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { web as administration } from '#modules/administration/web/index.tsx'
import { web as appointments } from '#modules/appointments/web/index.tsx'
import { web as auditor } from '#modules/auditor/web/index.tsx'
import { web as calendar } from '#modules/calendar/web/index.tsx'
import { web as cases } from '#modules/cases/web/index.tsx'
import { web as complaints } from '#modules/complaints/web/index.tsx'
import { web as counter } from '#modules/counter/web/index.tsx'
import { web as exchange } from '#modules/exchange/web/index.tsx'
import { web as forms } from '#modules/forms/web/index.tsx'
import { web as identity } from '#modules/identity/web/index.tsx'
import { web as indicators } from '#modules/indicators/web/index.tsx'
import { web as organisation } from '#modules/organisation/web/index.tsx'
import { web as portal } from '#modules/portal/web/index.tsx'
import { web as procedures } from '#modules/procedures/web/index.tsx'
import { web as reports } from '#modules/reports/web/index.tsx'
import { web as workspace } from '#modules/workspace/web/index.tsx'
import type { RelatedPages, WebModule, WebRoute } from '#ui/module.ts'
import type { SubjectPages } from '#ui/subject-link.tsx'
import { gallery } from './gallery/index.ts'

/** The modules whose pages this program shows, in the order of the menu: from daily work to setting up. */
export const modules: readonly WebModule[] = [
  workspace,
  cases,
  complaints,
  counter,
  exchange,
  procedures,
  forms,
  portal,
  appointments,
  indicators,
  reports,
  auditor,
  organisation,
  identity,
  calendar,
  administration,
  gallery,
]

/** The words for everything that any module can refuse. */
export const problems: ProblemMessages = Object.assign({}, ...modules.map((module) => module.problems))

/** To which page each kind of subject of a fact opens. */
export const subjects: SubjectPages = Object.assign({}, ...modules.map((module) => module.subjects ?? {}))

/** By the address of a page, the links that modules put there. */
export const related: RelatedPages = Object.fromEntries(
  [
    ...Map.groupBy(
      modules.flatMap((module) => Object.entries(module.related ?? {})),
      ([page]) => page,
    ),
  ].map(([page, own]) => [page, own.flatMap(([, links]) => links)]),
)

export const pages: readonly WebRoute[] = modules.flatMap((module) => module.routes)

/** The addresses that are shown without the shell. */
export const barePaths: readonly string[] = pages.filter(({ frame }) => frame === 'bare').map(({ path }) => path)
