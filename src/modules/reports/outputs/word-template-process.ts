import { MaxXmlDepthError, type ScopeDataArgs, type ScopeDataResolver, TemplateHandler } from 'easy-template-x'
import { strFromU8, unzipSync } from 'fflate'
import { Problem } from '#kernel/problem.ts'
import { answerOnce } from '#server/answer-once.ts'
import type { FilledReport } from '../domain/filled.ts'
import { parsePlaceholders, readPlaceholder } from '../domain/placeholder.ts'
import type { Template } from '../domain/template.ts'
import { requirePlainWord } from './word-archive.ts'
import { figureIn, loopsOf, reasonAgainst, type Scope, wordScope } from './word-fields.ts'

const DELIMITERS = { tagStart: '{{', tagEnd: '}}', containerTagOpen: '#', containerTagClose: '/' } as const

export type Inspected = {
  readonly placeholders: string[]
  readonly unknown: { readonly source: string; readonly reason: string | null }[]
}

/** What is done with an office's Word file. */
export type WordJob = { readonly bytes: Uint8Array } & (
  | { readonly template: Template }
  | { readonly report: FilledReport }
)

answerOnce((job: WordJob) => ('template' in job ? inspect(job.bytes, job.template) : fill(job.bytes, job.report)))

async function inspect(bytes: Uint8Array, template: Template): Promise<Inspected> {
  await requirePlainWord(bytes)
  const open = unclosedIn(bytes)
  if (open !== undefined) throw new Problem('invalid-input', 'reports/not-closed', '', { values: { word: open } })
  const tags = await tagsOf(bytes)
  const loops = loopsOf(template)
  const columns = new Set(
    template.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ key }) => key) : [])),
    ),
  )
  const unknown = tags.flatMap(({ name, rawText, disposition }) => {
    if (disposition === 'Close') return []
    const reason =
      disposition === 'Open' ? (loops.has(name) ? null : 'unknown-name') : reasonAgainst(name, template, columns)
    return reason === null ? [] : [{ source: rawText, reason }]
  })
  const distinct = unknown.filter(
    ({ source }, index) => unknown.findIndex((other) => other.source === source) === index,
  )
  return { placeholders: [...new Set(tags.map(({ rawText }) => rawText))], unknown: distinct }
}

async function fill(bytes: Uint8Array, report: FilledReport): Promise<Uint8Array> {
  const scope = wordScope(report)
  const handler = new TemplateHandler({
    delimiters: DELIMITERS,
    scopeDataResolver: (args) => resolve(args, scope, report),
  })
  const filled = await handler.process(Buffer.from(bytes), {})
  return new Uint8Array(filled)
}

/** The first placeholder that is not closed in its paragraph: some the library takes for text without a word. */
function unclosedIn(bytes: Uint8Array): string | undefined {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const parts = xml.split('</w:p>').flatMap((paragraph) => {
    const words = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
    return parsePlaceholders(words)
  })
  const open = parts.find((part) => part.kind === 'broken' && part.reason === 'not-closed')
  return open?.kind === 'broken' ? open.word : undefined
}

async function tagsOf(bytes: Uint8Array) {
  try {
    return await new TemplateHandler({ delimiters: DELIMITERS }).parseTags(Buffer.from(bytes))
  } catch (thrown) {
    if (thrown instanceof MaxXmlDepthError) throw new Problem('too-large', 'reports/word-too-big')
    // A tag without its end, or XML that is none: the library's message names the place.
    const detail = thrown instanceof Error ? thrown.message : ''
    throw new Problem('invalid-input', 'reports/not-closed', detail, { values: { word: detail.slice(0, 120) } })
  }
}

type Resolved = ReturnType<ScopeDataResolver>

/** The value of a placeholder where it stands: in the rows around it first, then in the whole report. */
function resolve({ path }: ScopeDataArgs, whole: Scope, report: FilledReport): Resolved {
  const scopes: Scope[] = [whole]
  let list: readonly Scope[] = []
  for (const [index, part] of path.entries()) {
    if (typeof part === 'number') {
      const row = list[part]
      if (row) scopes.unshift(row)
      continue
    }
    const value = scopes.map((scope) => scope[part.name]).find((found) => found !== undefined)
    if (index < path.length - 1) {
      list = Array.isArray(value) ? value : []
      continue
    }
    // Strings are contents and lists are rows; the library's types are wider than what we give.
    if (value !== undefined) return value as Resolved
    const placeholder = readPlaceholder(`{{${part.name}}}`)
    return placeholder.kind === 'figure' ? figureIn(report, placeholder.placeholder) : part.rawText
  }
  return ''
}
