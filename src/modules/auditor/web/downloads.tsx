import { download } from '#ui/call.ts'
import { DownloadMenu } from '#ui/download-menu.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { type ExportFormat, exportAudit } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The result to take along: the Word file with comments, one page to sign off, the data. */
export function Downloads({ auditId }: { readonly auditId: string }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const formats: readonly (readonly [ExportFormat, string])[] = [
    ['docx', m.downloadWord],
    ['pdf', m.downloadPdf],
    ['json', m.downloadJson],
  ]
  const items = formats.map(([format, label]) => ({
    key: format,
    label,
    get: () => download(exportAudit, { auditId, format, language }),
  }))
  return <DownloadMenu label={m.download} items={items} />
}
