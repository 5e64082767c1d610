import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { download } from '#ui/call.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

const FORMATS = ['xlsx', 'json'] as const

/** The list as a workbook, and everything in force to take elsewhere. */
export function ExportButtons() {
  const m = useTexts()
  const toast = useToast()
  const [busy, setBusy] = useState<(typeof FORMATS)[number] | null>(null)
  const fetchFile = async (format: (typeof FORMATS)[number]) => {
    setBusy(format)
    await download(contract.exportProcedures, { format }).catch((thrown: unknown) => toast.problem(thrown))
    setBusy(null)
  }
  return FORMATS.map((format) => (
    <Button
      key={format}
      variant="default"
      loading={busy === format}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => void fetchFile(format)}
    >
      {format === 'json' ? m.exportJson : m.exportExcel}
    </Button>
  ))
}
