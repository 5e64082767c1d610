import type { Operation } from '#server/operation.ts'
import { closeTalk } from './operations/close-talk.ts'
import { getLetterFile } from './operations/get-letter-file.ts'
import { getLetterSettings } from './operations/get-letter-settings.ts'
import { listLetters } from './operations/list-letters.ts'
import { markLettersRead } from './operations/mark-letters-read.ts'
import { setLetterSettings } from './operations/set-letter-settings.ts'
import { writeByReceipt } from './operations/write-by-receipt.ts'
import { writeLetter } from './operations/write-letter.ts'

/** What citizen and office say to each other about a case. */
export const letterOperations: readonly Operation[] = [
  listLetters,
  writeLetter,
  markLettersRead,
  closeTalk,
  getLetterFile,
  writeByReceipt,
  getLetterSettings,
  setLetterSettings,
]
