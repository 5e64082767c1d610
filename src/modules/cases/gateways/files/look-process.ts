import { answerOnce } from '#server/answer-once.ts'
import { lookAt, type Uploaded } from './look.ts'
import { type PagesWork, pagesPdf } from './pages.ts'
import type { Refused, Seen } from './refusal.ts'

export type FileWork = { readonly look: Uploaded } | { readonly pages: PagesWork }
export type FileAnswerOf = Seen | Refused | { readonly pdf: Uint8Array }

answerOnce(async (work: FileWork): Promise<FileAnswerOf> => ('look' in work ? lookAt(work.look) : pagesPdf(work.pages)))
