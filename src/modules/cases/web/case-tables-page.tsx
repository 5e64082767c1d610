import { Alert, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import * as contract from '../contract.ts'
import { CASE_TABLES, TABLE_FORMS } from '../domain/report-tables.ts'
import { daysOf } from './asked-days.ts'
import { Behind, CellOf, type Opened, type Report } from './behind-cell.tsx'
import classes from './counting.module.css'
import { CountingBar } from './counting-bar.tsx'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import { type CountingView, useCountingView } from './counting-view.ts'
import { FormII06 } from './form-ii-06.tsx'
import { TableDownloads } from './table-downloads.tsx'
import { undetermined } from './undetermined.ts'

const Chosen = z.object({ table: z.enum([...CASE_TABLES, 'ii-06']).default('4a') })
/** Announced by the figures when a case counted. */
const FIGURES_TOPIC = 'indicators.figures'

/** The tables officials send up, live: choose one, a unit and a period; every number opens. */
export function CaseTablesPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const view = useCountingView()
  const [{ table }, choose] = useAddress(Chosen)
  return (
    <Page title={m.tables} lead={m.tablesLead} width="full" actions={<TableDownloads view={view} table={table} />}>
      <CountingBar view={view}>
        <div className={classes.wide}>
          <SelectField
            label={m.table}
            options={[
              ...CASE_TABLES.map((value) => ({ value, label: say(TABLE_FORMS[value].title) })),
              { value: 'ii-06', label: m.formII06 },
            ]}
            value={table}
            onChange={(next) => choose(Chosen.parse({ table: next ?? undefined }))}
          />
        </div>
      </CountingBar>
      {!view.unit && <EmptyState title={m.chooseUnit} body={m.chooseUnitBody} />}
      {view.unit && (table === 'ii-06' ? <FormII06 view={view} /> : <Table view={view} table={table} />)}
    </Page>
  )
}

function Table({ view, table }: { readonly view: CountingView; readonly table: contract.CaseTableName }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const days = daysOf(view)
  const report = useOperation(contract.caseReport, days && { ...days, table }, {
    topics: [FIGURES_TOPIC],
    keepPrevious: true,
  })
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <Loaded query={report} lines={8}>
      {(known) => (
        <Stack gap="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {say(known.days.label)} · {m.structureOn(formatDay(known.days.structureDay))}
            </Text>
            {known.note && <Text size="sm">{say(known.note)}</Text>}
          </Group>
          <Undetermined known={known} />
          <DataTable
            label={`${say(known.title)}: ${known.unit.name}`}
            rows={known.rows}
            rowKey={({ unit, kind }) => `${kind} ${unit.unitId}`}
            height={640}
            empty={<EmptyState title={m.noCases} />}
            columns={[
              { key: 'unit', label: m.unitColumn, width: 220, pinned: true, cell: (row) => <RowName row={row} /> },
              ...known.columns.map((column, place) => ({
                key: column.key,
                label: say(column.label),
                ...(column.group && { group: say(column.group) }),
                width: 120,
                align: 'end' as const,
                cell: (row: Report['rows'][number]) => (
                  <CellOf known={known} row={row} place={place} onOpen={() => setOpened({ row, place })} />
                ),
              })),
            ]}
          />
          <Behind known={known} opened={opened} onClose={() => setOpened(null)} />
        </Stack>
      )}
    </Loaded>
  )
}

/** Why numbers are missing, where they are missing. */
function Undetermined({ known }: { readonly known: Report }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const columns = undetermined(known)
  if (columns.length === 0) return null
  const names = columns.map(({ label, group }) => (group ? `${say(group)}: ${say(label)}` : say(label)))
  return (
    <Alert color="warning" title={m.undetermined(names.join('; '))}>
      {m.notDerivable}
    </Alert>
  )
}

function RowName({ row: { unit, kind } }: { readonly row: Report['rows'][number] }) {
  const m = useMessages({ vi, en })
  if (kind === 'total') return <strong>{m.total}</strong>
  return kind === 'own' ? <em>{m.own}</em> : unit.name
}
