import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { periodKey } from '#kernel/period.ts'
import { download } from '#ui/call.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import * as contract from '../contract.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'
import { EntryFormDialog } from './entry-form-dialog.tsx'
import { FileButton } from './file-button.tsx'
import { lastClosedPeriod } from './periods.ts'

type FormShown = z.output<typeof contract.FormShown>

/** Which forms there are, what they ask, by when, and of how many. */
export function EntryFormsPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const forms = useOperation(contract.listForms, {})
  const template = ({ code, periodKind, regime }: FormShown) =>
    download(contract.exportTemplate, {
      form: code,
      period: periodKey(lastClosedPeriod(periodKind, dayAt(new Date()), regime)),
    })
  return (
    <Page
      title={m.forms}
      lead={m.formsLead}
      width="full"
      actions={may('indicators:define') && <Button onClick={() => setAdding(true)}>{m.addForm}</Button>}
    >
      <DataTable
        label={m.forms}
        rows={forms.data?.forms ?? []}
        rowKey={(row) => row.code}
        phone="cards"
        state={forms.isPending ? 'loading' : 'ready'}
        problem={forms.error}
        empty={<EmptyState title={m.noForms} />}
        columns={[
          {
            key: 'name',
            label: m.name,
            width: 320,
            sortBy: (row) => say(row.name),
            cell: (row) => (
              <>
                {say(row.name)}
                <Text span size="xs" c="dimmed" display="block">
                  {row.code}
                </Text>
              </>
            ),
          },
          {
            key: 'period',
            label: m.periodKind,
            width: 190,
            cell: (row) => `${m.periodKinds[row.periodKind]} · ${m.regimes[row.regime]}`,
          },
          { key: 'due', label: m.due, width: 200, cell: (row) => m.dueDays(formatNumber(row.dueWorkingDays)) },
          {
            key: 'approval',
            label: m.approval,
            width: 90,
            cell: (row) => m.approvalLevels(formatNumber(row.approvalLevels)),
          },
          {
            key: 'measures',
            label: m.formMeasures,
            align: 'end',
            width: 110,
            cell: (row) => formatNumber(row.measures.length),
          },
          { key: 'units', label: m.formUnits, width: 120, cell: (row) => m.unitsAssigned(formatNumber(row.units)) },
          {
            key: 'acts',
            label: m.template,
            width: 260,
            cell: (row) => (
              <Group gap="xs">
                <FileButton label={m.template} size="xs" fetchFile={() => template(row)} />
                <LinkTo to={`/completeness?form=${row.code}`} size="sm">
                  {m.completeness}
                </LinkTo>
              </Group>
            ),
          },
        ]}
      />
      <EntryFormDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}
