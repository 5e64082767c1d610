import { Table, Text } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { CaseDetail } from '../contract.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { vnd } from './intake-side.tsx'
import { financeWords } from './words.ts'

/** What is due and why, what was taken off, what was paid and what is left. */
export function FeesSection({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Section title={m.fees} actions={<StatusChip>{say(financeWords[one.finance])}</StatusChip>}>
      {one.fees.length === 0 ? (
        <Text size="sm" c="dimmed">
          {m.noFees}
        </Text>
      ) : (
        <Table aria-label={m.fees}>
          <Table.Tbody>
            {one.fees.map((fee) => (
              <Line
                key={fee.code}
                label={fee.name}
                amountVnd={fee.amountVnd - fee.exemptedVnd}
                notes={[fee.exemption && m.exemption(fee.exemption), fee.waiver && m.waived(fee.waiver)]}
              />
            ))}
            <Line label={m.total} amountVnd={one.feeTotalVnd} isStrong />
            {one.waivedVnd > 0 && <Line label={m.waivedTotal} amountVnd={-one.waivedVnd} />}
            <Line label={m.paid} amountVnd={one.paidVnd} />
            {one.outstandingVnd > 0 && one.outstandingVnd < one.feeTotalVnd && (
              <Line label={m.outstanding} amountVnd={one.outstandingVnd} isStrong />
            )}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

type LineProps = {
  readonly label: string
  readonly amountVnd: number
  readonly notes?: readonly (string | null)[]
  readonly isStrong?: boolean
}

function Line({ label, amountVnd, notes = [], isStrong = false }: LineProps) {
  return (
    <Table.Tr>
      <Table.Th scope="row" {...(!isStrong && { fw: 400 })}>
        {label}
        {notes.map(
          (note) =>
            note && (
              <Text key={note} size="xs" c="dimmed">
                {note}
              </Text>
            ),
        )}
      </Table.Th>
      <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }} {...(isStrong && { fw: 700 })}>
        {vnd(amountVnd)}
      </Table.Td>
    </Table.Tr>
  )
}
