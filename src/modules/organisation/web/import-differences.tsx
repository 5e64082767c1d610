import { Stack } from '@mantine/core'
import { useState } from 'react'
import { DataTable } from '#ui/data-table.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ImportReport } from '../contract.ts'
import { IMPORT_RESULTS, type ImportResult } from '../domain/kinds.ts'
import { useTexts } from './texts.ts'

const TONES: Record<ImportResult, 'neutral' | 'info' | 'good' | 'warning' | 'bad' | 'lamp'> = {
  added: 'good',
  merged: 'info',
  renamed: 'lamp',
  recoded: 'lamp',
  moved: 'lamp',
  unchanged: 'neutral',
  ended: 'warning',
  refused: 'bad',
}

/** What becomes of each row, the refused ones with their reason. */
export function ImportDifferences({ report }: { readonly report: ImportReport }) {
  const m = useTexts()
  const say = useProblemText()
  const [only, setOnly] = useState<string | null>('')
  const rows = report.differences
    .map((difference, index) => ({ ...difference, key: String(index) }))
    .filter(({ result }) => !only || result === only)
  const options = IMPORT_RESULTS.filter((result) => report.counts[result] > 0).map((result) => ({
    value: result,
    label: `${m.results[result]} (${report.counts[result]})`,
  }))
  return (
    <Stack gap="sm">
      <SelectField
        label={m.result}
        value={only}
        onChange={setOnly}
        options={[{ value: '', label: `${m.all} (${report.differences.length})` }, ...options]}
      />
      <DataTable
        label={m.differencesTable}
        rows={rows}
        rowKey={({ key }) => key}
        height={560}
        phone="cards"
        columns={[
          {
            key: 'row',
            label: m.row,
            width: 80,
            align: 'end',
            cell: ({ row }) => row ?? '—',
            sortBy: ({ row }) => row,
          },
          {
            key: 'result',
            label: m.result,
            width: 180,
            cell: ({ result }) => <StatusChip tone={TONES[result]}>{m.results[result]}</StatusChip>,
            sortBy: ({ result }) => result,
          },
          { key: 'code', label: m.code, width: 90, cell: ({ code }) => code ?? '—', sortBy: ({ code }) => code },
          { key: 'name', label: m.name, width: 220, cell: ({ name }) => name, sortBy: ({ name }) => name },
          { key: 'before', label: m.before, width: 220, cell: ({ before }) => before ?? '—' },
          {
            key: 'reason',
            label: m.reason,
            width: 420,
            cell: ({ problem }) => problem && say.detail({ ...problem, path: '', message: '' }),
          },
        ]}
      />
    </Stack>
  )
}
