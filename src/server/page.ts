import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Html } from '#kernel/html.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import type { Language } from '#kernel/problem-messages.ts'
import type { Operation } from './operation.ts'

/** Where the built script and style of the served pages are; empty where nothing was built. */
export type PageAssets = { readonly scripts: readonly string[]; readonly styles: readonly string[] }

/** What a page is drawn for. */
export type PageView = {
  readonly language: Language
  /** The address without its language and without its query: `/dich-vu/thu-tuc/1.001193`. */
  readonly path: string
  /** What the address or the form said. */
  readonly fields: Readonly<Record<string, string>>
  readonly assets: PageAssets
  /** This installation holds demonstration data. */
  readonly demonstration: boolean
  readonly origin: string
  /** What other modules put on this page. */
  readonly links: readonly {
    readonly to: string
    readonly label: string
    readonly lead: string
    readonly icon: string
  }[]
}

/** A link that a module puts on a served page of another, which need not know of it. */
export type PageLink = {
  /** The path of the page, as it was declared. */
  readonly on: string
  readonly label: { readonly vi: string; readonly en: string }
  readonly lead: { readonly vi: string; readonly en: string }
  /** The name of a drawing that the page has. */
  readonly icon: string
  /** Where it leads in Vietnamese; the page in English stands under `/en`. */
  readonly to: (sent: Sent) => string
}

/** What the operation behind a page gave: its answer, or its refusal in the language of the page. */
export type PageAnswer<T> = { readonly found: T } | { readonly problem: ProblemBody }

/** What a request brings to a page: the parts of its path, its query or the fields of its form. */
export type Sent = {
  readonly params: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
}

/**
 * A page that is whole when it arrives, read without any script: one operation, asked as anybody or as a device in a hall, drawn as markup. It stands at its path
 * in Vietnamese and under `/en` in English.
 */
export type ServedPage = {
  readonly path: string
  readonly method: 'GET' | 'POST'
  /** Null: the page is the same for everybody. */
  readonly operation: Operation | null
  /** It says how things stand at this moment: nobody between keeps it. */
  readonly fresh?: boolean
  readonly inputOf: (sent: Sent) => unknown
  readonly draw: (answer: PageAnswer<unknown>, view: PageView) => Html
  /** Something for programs, in no language: it stands at its path alone. */
  readonly mediaType?: 'text/plain' | 'application/xml'
}

/** The page, with what it draws typed by the contract of its operation. */
export function servedPage<I extends z.ZodObject, O extends z.ZodType>(page: {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly endpoint: Endpoint<I, O, 'anyone'> | Endpoint<I, O, 'device'>
  readonly operation: Operation
  readonly fresh?: boolean
  readonly inputOf: (sent: Sent) => unknown
  readonly draw: (answer: PageAnswer<z.output<O>>, view: PageView) => Html
  readonly mediaType?: 'application/xml'
}): ServedPage {
  const { path, method = 'GET', operation, fresh = false, inputOf, draw, mediaType } = page
  // `perform` gives what the output of the contract parsed.
  const drawn = draw as ServedPage['draw']
  return { path, method, operation, fresh, inputOf, draw: drawn, ...(mediaType && { mediaType }) }
}

/** A page on which nothing is asked of the platform: an empty form. */
export function fixedPage(path: string, draw: (view: PageView) => Html, mediaType?: 'text/plain'): ServedPage {
  const page = { path, method: 'GET', operation: null, inputOf: () => null } as const
  return { ...page, draw: (_, view) => draw(view), ...(mediaType && { mediaType }) }
}
