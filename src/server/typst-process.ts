import { answerOnce } from './answer-once.ts'
import { type PageFiles, typstPage } from './typst-page.ts'

export type PageJob = {
  /** The address of the page description. */
  readonly template: string
  readonly data: unknown
  readonly files: PageFiles
}

answerOnce(({ template, data, files }: PageJob) => typstPage(new URL(template), data, files))
