import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { toProblemBody } from '#kernel/problem.ts'
import { type Language, type ProblemMessages, translateProblem } from '#kernel/problem-messages.ts'
import type { Actor } from './actor.ts'
import type { Deps, Operation } from './operation.ts'
import { perform } from './operation.ts'
import type { PageAnswer, PageAssets, PageLink, PageView, ServedPage } from './page.ts'

/** Nothing inline and nothing from elsewhere. Data elements (`application/ld+json`) run nothing and need no leave. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const MOST_FIELDS = 100

type Options = {
  readonly pages: readonly ServedPage[]
  readonly links: readonly PageLink[]
  readonly problems: ProblemMessages
  readonly webFolder: string | null
  readonly demonstration: boolean
  /** What `perform` is given for a request that asks as nobody, or as the device it stands on. */
  readonly depsOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Deps>
  readonly limit: (request: FastifyRequest, operation: Operation, actor: Actor | null) => Promise<void>
  readonly asProblem: (thrown: unknown) => unknown
}

/** Mounts each served page in both languages. */
export async function registerServedPages(app: FastifyInstance, options: Options): Promise<void> {
  const assets = await builtAssets(options.webFolder)
  await app.register(async (scope) => {
    // A form without script sends its fields like an address does.
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const page of options.pages) {
      for (const language of page.mediaType ? (['vi'] as const) : (['vi', 'en'] as const)) {
        scope.route({
          method: page.method,
          url: language === 'vi' ? page.path : `/en${page.path}`,
          config: { operation: page.operation?.endpoint.id ?? 'platform.serve-page' },
          handler: (request, reply) => serve(request, reply, { page, language, assets, ...options }),
        })
      }
    }
  })
}

type Serving = Options & { readonly page: ServedPage; readonly language: Language; readonly assets: PageAssets }

async function serve(request: FastifyRequest, reply: FastifyReply, serving: Serving): Promise<FastifyReply> {
  const { page, language, assets, demonstration } = serving
  const fields = textFields(page.method === 'GET' ? request.query : request.body)
  const deps = await serving.depsOf(request, reply)
  const answer = await answered(request, { fields, deps }, serving)
  const path = (request.url.split('?')[0] ?? '').replace(/^\/en(?=\/)/, '')
  const links = serving.links
    .filter(({ on }) => on === page.path)
    .map(({ to, label, lead, icon }) => {
      const address = to({ params: textFields(request.params), fields })
      return { to: language === 'vi' ? address : `/en${address}`, label: label[language], lead: lead[language], icon }
    })
  const view: PageView = { language, path, fields, assets, demonstration, origin: deps.origin ?? '', links }
  return reply
    .status('problem' in answer ? answer.problem.status : 200)
    .headers({ 'content-security-policy': POLICY, 'content-language': language })
    .header('cache-control', isForAll(page, answer, fields) ? 'public, max-age=60' : 'no-store')
    .type(`${page.mediaType ?? 'text/html'}; charset=utf-8`)
    .send(`${HEADS[page.mediaType ?? 'text/html']}${page.draw(answer, view).markup}`)
}

const HEADS = {
  'text/html': '<!doctype html>\n',
  'application/xml': '<?xml version="1.0" encoding="UTF-8"?>\n',
  'text/plain': '',
}

/** What nobody asked anything particular of is the same for everybody. */
const isForAll = ({ method, fresh }: ServedPage, answer: PageAnswer<unknown>, fields: object): boolean =>
  method === 'GET' && !fresh && 'found' in answer && Object.keys(fields).length === 0

async function answered(
  request: FastifyRequest,
  { fields, deps }: { readonly fields: Readonly<Record<string, string>>; readonly deps: Deps },
  { page, language, problems, limit, asProblem }: Serving,
): Promise<PageAnswer<unknown>> {
  if (page.operation === null) return { found: null }
  try {
    await limit(request, page.operation, deps.actor)
    const params = textFields(request.params)
    return { found: await perform(page.operation, page.inputOf({ params, fields }), deps) }
  } catch (thrown) {
    const problem = toProblemBody(asProblem(thrown))
    if (problem.status >= 500) request.log.error({ err: thrown }, 'defect')
    return { problem: translateProblem(problems, problem, language) }
  }
}

/** The fields that are one text each. */
function textFields(sent: unknown): Readonly<Record<string, string>> {
  if (typeof sent !== 'object' || sent === null) return {}
  const texts = Object.entries(sent).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return Object.fromEntries(texts.slice(0, MOST_FIELDS))
}

type Built = Readonly<Record<string, { file: string; css?: string[]; name?: string; isEntry?: boolean }>>

/** The entry that the build calls `served`. */
async function builtAssets(webFolder: string | null): Promise<PageAssets> {
  if (webFolder === null) return { scripts: [], styles: [] }
  const built = JSON.parse(await readFile(join(webFolder, '.vite/manifest.json'), 'utf8')) as Built
  const entry = Object.values(built).find(({ isEntry, name }) => isEntry && name === 'served')
  if (!entry) throw new Error('The build has no script for the served pages.')
  return { scripts: [`/${entry.file}`], styles: (entry.css ?? []).map((file) => `/${file}`) }
}
