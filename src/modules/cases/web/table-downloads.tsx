import { download } from '#ui/call.ts'
import { DownloadMenu } from '#ui/download-menu.tsx'
import { useMessages } from '#ui/language.tsx'
import * as contract from '../contract.ts'
import { daysOf } from './asked-days.ts'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import type { CountingView } from './counting-view.ts'

type Props = { readonly view: CountingView; readonly table: contract.CaseTableName | 'ii-06' | 'index-766' }
const FORMATS = ['docx', 'xlsx', 'pdf'] as const

/** The table as Word, Excel or PDF, as it is sent up. */
export function TableDownloads({ view, table }: Props) {
  const m = useMessages({ vi, en })
  const days = daysOf(view)
  if (!days) return null
  return (
    <DownloadMenu
      label={m.download}
      items={FORMATS.map((format) => ({
        key: format,
        label: m.formats[format],
        get: () => download(contract.exportCaseReport, { ...days, table, format }),
      }))}
    />
  )
}
