import { type Archive, type ArchiveFault, embeddedIn, partText } from '#server/archive.ts'
import type { FileFault } from './fault.ts'
import type { XmlFault } from './readers/xml.ts'

/** What the text of an office file may unpack to. A report of 300 pages with 500 tables takes about 20 MB. */
export const MOST_UNPACKED_MB = 200

/** The refusal for an archive that was not opened. */
export function archiveFault({ fault }: ArchiveFault): FileFault {
  switch (fault) {
    case 'bomb':
      return { fault: 'auditor/file-bomb', values: { limit: MOST_UNPACKED_MB } }
    case 'macro':
      return { fault: 'auditor/file-macro' }
    case 'password':
      return { fault: 'auditor/file-password' }
    case 'entities':
      return { fault: 'auditor/file-entities' }
    case 'old-office':
      return { fault: 'auditor/file-old-office' }
    case 'damaged':
    case 'not-an-archive':
      return { fault: 'auditor/file-unreadable' }
  }
}

/** The refusal for XML that could not be read to its end. */
export function xmlFault(fault: XmlFault): FileFault {
  if (fault === 'entities') return { fault: 'auditor/file-entities' }
  return { fault: fault === 'deep' ? 'auditor/file-too-deep' : 'auditor/file-unreadable' }
}

/**
 * The refusal of a file with a program inside, or `null`. The workbook behind a chart and other plain Office files may stand in it:
 * they are never opened.
 */
export function requireNoPrograms(archive: Archive): FileFault | null {
  const program = embeddedIn(archive).find((name) => !/\.(?:xlsx|docx|pptx|rels|xml|vml|emf|png)$/i.test(name))
  return program === undefined ? null : { fault: 'auditor/file-objects', values: { name: program } }
}

/** The name of the part that holds the content of a Word or Excel file: `usual` nearly always. */
export function mainPart(archive: Archive, usual: string): string {
  for (const [tag] of partText(archive, '_rels/.rels').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    if (!/\/relationships\/officeDocument["']/.test(tag)) continue
    const target = /Target\s*=\s*["']\/?([^"']+)/.exec(tag)?.[1]
    if (target) return target
  }
  return usual
}
