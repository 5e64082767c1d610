import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { web as administration } from '#modules/administration/web/index.tsx'
import { web as identity } from '#modules/identity/web/index.tsx'
import { web as indicators } from '#modules/indicators/web/index.tsx'
import { web as organisation } from '#modules/organisation/web/index.tsx'
import { web as reports } from '#modules/reports/web/index.tsx'
import { web as workspace } from '#modules/workspace/web/index.tsx'
import type { WebModule, WebRoute } from '#ui/module.ts'
import { gallery } from './gallery/index.ts'

/** The modules whose pages this program shows, in the order of the menu: from daily work to setting up. */
export const modules: readonly WebModule[] = [
  workspace,
  indicators,
  reports,
  organisation,
  identity,
  administration,
  gallery,
]

/** The words for everything that any module can refuse. */
export const problems: ProblemMessages = Object.assign({}, ...modules.map((module) => module.problems))

export const pages: readonly WebRoute[] = modules.flatMap((module) => module.routes)

/** The addresses that are shown without the shell. */
export const barePaths: readonly string[] = pages.filter(({ frame }) => frame === 'bare').map(({ path }) => path)
