import { Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { useToast } from '#ui/toast.tsx'
import { compareCases, EXCHANGE_TOPIC, listMismatches, type Mismatch, showBacklog } from '../contract.ts'
import { PageFooter } from './page-footer.tsx'
import { type Texts, useTexts } from './texts.ts'

const PAGE = 50
type Compared = z.output<typeof showBacklog.output>['compared'] | undefined

/** Where the portal says otherwise than we do, case by case and field by field. */
export function MismatchTab({ compared }: { readonly compared: Compared }) {
  const m = useTexts()
  const may = useMay()
  const toast = useToast()
  const [before, setBefore] = useState<string | undefined>()
  const [open, setOpen] = useState<Mismatch | null>(null)
  const list = useOperation(
    listMismatches,
    { limit: PAGE, ...(before && { before }) },
    { topics: [EXCHANGE_TOPIC], keepPrevious: true },
  )
  const compare = useChange(compareCases, {
    invalidates: [showBacklog, listMismatches],
    onProblem: toast.problem,
    onDone: ({ wanted }) => toast.good(m.compareWanted(formatNumber(wanted))),
  })
  return (
    <Section
      title={m.mismatches}
      lead={m.mismatchLead}
      actions={
        may('exchange:send') && (
          <Button loading={compare.isPending} onClick={() => compare.mutate({})}>
            {m.compare}
          </Button>
        )
      }
    >
      {compared && (
        <Text size="sm" mb="sm" aria-live="polite">
          {[
            m.compared(formatNumber(compared.agreeing), formatNumber(compared.disagreeing)),
            compared.waiting > 0 ? m.comparing(formatNumber(compared.waiting)) : '',
            compared.latest ? m.latest(formatMoment(compared.latest)) : m.neverCompared,
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </Text>
      )}
      <Loaded query={list}>
        {({ mismatches, next }) => (
          <DataTable
            label={m.mismatchTable}
            columns={columnsOf(m)}
            rows={mismatches}
            rowKey={({ caseId }) => caseId}
            onOpen={setOpen}
            phone="cards"
            empty={<EmptyState title={m.noMismatches} />}
            footer={<PageFooter from={before} next={next} onGo={setBefore} />}
          />
        )}
      </Loaded>
      <SideDrawer opened={open !== null} title={open?.code ?? ''} width={720} onClose={() => setOpen(null)}>
        {open && <Differences of={open} />}
      </SideDrawer>
    </Section>
  )
}

function columnsOf(m: Texts): readonly Column<Mismatch>[] {
  return [
    {
      key: 'code',
      label: m.code,
      width: 210,
      cell: ({ caseId, code }) => <LinkTo to={`/cases/${caseId}`}>{code}</LinkTo>,
      sortBy: ({ code }) => code,
    },
    { key: 'national', label: m.nationalCode, width: 210, cell: ({ nationalCode, code }) => nationalCode ?? code },
    { key: 'unit', label: m.unit, width: 200, cell: ({ unitName }) => unitName, sortBy: ({ unitName }) => unitName },
    {
      key: 'difference',
      label: m.difference,
      cell: ({ found, differences }) =>
        found ? differences.map(({ field }) => field).join(', ') || m.fields('0') : m.notFound,
    },
    { key: 'at', label: m.comparedAt, width: 150, cell: ({ comparedAt }) => formatMoment(comparedAt) },
  ]
}

function Differences({ of: { found, differences } }: { readonly of: Mismatch }) {
  const m = useTexts()
  if (!found) return <Text>{m.notFound}</Text>
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{m.field}</Table.Th>
            <Table.Th>{m.ours}</Table.Th>
            <Table.Th>{m.theirs}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map(({ field, ours, theirs }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
                {field}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{ours}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{theirs}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
