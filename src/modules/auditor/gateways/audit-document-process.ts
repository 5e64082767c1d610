import { answerOnce } from '#server/answer-once.ts'
import { audit } from '../domain/audit.ts'
import type { DocumentWork } from './audit-document.ts'

answerOnce(({ document, knowledge }: DocumentWork) => audit(document, knowledge))
