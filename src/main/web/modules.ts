import type { ProblemMessages } from '#kernel/problem-messages.ts'
import type { WebModule, WebRoute } from '#ui/module.ts'
import { gallery } from './gallery/index.ts'

const ORDER = ['workspace', 'indicators', 'reports', 'organisation', 'identity', 'administration']
const found = import.meta.glob<WebModule>('../../modules/*/web/index.tsx', { eager: true, import: 'web' })

/** The modules whose pages this program shows, in the order of the menu. */
export const modules: readonly WebModule[] = [
  ...Object.values(found).toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name)),
  gallery,
]

/** The words for everything that any module can refuse. */
export const problems: ProblemMessages = Object.assign({}, ...modules.map((module) => module.problems))

export const pages: readonly WebRoute[] = modules.flatMap((module) => module.routes)

/** The addresses that are shown without the shell. */
export const barePaths: readonly string[] = pages.filter(({ frame }) => frame === 'bare').map(({ path }) => path)
