import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { download } from '#ui/call.ts'
import { useMessages } from '#ui/language.tsx'
import { useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Format = (typeof contract.FORMATS)[number]

/** The report as Word, PDF or Excel, and in the office's own Word templates. */
export function Downloads({ report }: { readonly report: contract.ReportDetail }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const { reportId, templateId } = report
  const own = useOperation(contract.listWordTemplates, { templateId })
  const get = async (format: Format, wordTemplateId?: string) => {
    setBusy(true)
    try {
      const { name } = await download(contract.downloadReport, {
        reportId,
        format,
        ...(wordTemplateId && { wordTemplateId }),
      })
      toast.good(m.downloaded(name))
    } catch (thrown) {
      toast.problem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={16} aria-hidden />}>
          {m.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => get('docx')}>{m.word}</Menu.Item>
        <Menu.Item onClick={() => get('pdf')}>{m.pdf}</Menu.Item>
        <Menu.Item onClick={() => get('xlsx')}>{m.excel}</Menu.Item>
        {own.data?.wordTemplates.map(({ wordTemplateId, name }) => (
          <Menu.Item key={wordTemplateId} onClick={() => get('docx', wordTemplateId)}>
            {m.ownWord(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
