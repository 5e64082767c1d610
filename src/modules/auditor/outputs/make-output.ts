import { answerOnce } from '#server/answer-once.ts'
import type { OutputJob } from './output-process.ts'
import { commentsOf } from './report-comments.ts'
import { withComments } from './word-comments.ts'
import { wordFromDocument } from './word-from-document.ts'

answerOnce(async (job: OutputJob): Promise<Uint8Array | null> => {
  if (job.kind === 'comments') return withComments(job.original, job.comments, job.at)
  if (job.kind === 'word') return wordFromDocument(job.report, (document) => commentsOf({ ...job.report, document }))
  // Typst and its fonts are loaded by whoever asks for a page.
  const { summaryPage } = await import('./summary-page.ts')
  return summaryPage(job.summary)
})
