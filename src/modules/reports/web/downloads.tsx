import { download } from '#ui/call.ts'
import { DownloadMenu } from '#ui/download-menu.tsx'
import { useMessages } from '#ui/language.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The report as Word, PDF or Excel, and in the office's own Word templates. */
export function Downloads({ report: { reportId, templateId } }: { readonly report: contract.ReportDetail }) {
  const m = useMessages({ vi, en })
  const own = useOperation(contract.listWordTemplates, { templateId })
  const plain = ([format, label]: readonly [(typeof contract.FORMATS)[number], string]) => ({
    key: format,
    label,
    get: () => download(contract.downloadReport, { reportId, format }),
  })
  const ours = (own.data?.wordTemplates ?? []).map(({ wordTemplateId, name }) => ({
    key: wordTemplateId,
    label: m.ownWord(name),
    get: () => download(contract.downloadReport, { reportId, format: 'docx' as const, wordTemplateId }),
  }))
  const formats = [
    ['docx', m.word],
    ['pdf', m.pdf],
    ['xlsx', m.excel],
  ] as const
  return <DownloadMenu label={m.download} items={[...formats.map(plain), ...ours]} />
}
