import { Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLabel } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import type { ProcedureContent } from '../contract.ts'
import { useTexts } from './texts.ts'
import { useWords } from './use-words.ts'

/** What is paid, when, since when, and who pays less. */
export function FeesSection({ content: { fees, questions } }: { readonly content: ProcedureContent }) {
  const m = useTexts()
  const say = useLabel()
  const words = useWords()
  if (fees.length === 0)
    return (
      <Section title={m.fees}>
        <Text>{m.noFees}</Text>
      </Section>
    )
  return (
    <Section title={m.fees} flush>
      <DataTable
        label={m.tableOf(m.fees)}
        phone="cards"
        rows={fees}
        rowKey={({ code, validFrom }) => `${code} ${validFrom}`}
        columns={[
          {
            key: 'name',
            label: m.fee,
            width: 260,
            cell: ({ kind, name, when }) => (
              <>
                {say(name)} ({m.feeKinds[kind]})
                {when !== null && <Text span size="sm" c="dimmed">{` · ${words.when(when, questions)}`}</Text>}
              </>
            ),
          },
          {
            key: 'amount',
            label: m.amount,
            width: 130,
            align: 'end',
            cell: (fee) => m.vnd(formatNumber(fee.amountVnd)),
          },
          { key: 'days', label: m.validity, width: 180, cell: (fee) => words.days(fee.validFrom, fee.validTo) },
          {
            key: 'exemptions',
            label: m.exemptions,
            width: 280,
            cell: ({ exemptions }) =>
              exemptions.length === 0
                ? '–'
                : exemptions.map((one, place) => (
                    <div key={`exemption-${place}`}>
                      {words.exemption(one)}
                      {one.legalBasis !== null && <Text span size="sm" c="dimmed">{` · ${one.legalBasis}`}</Text>}
                    </div>
                  )),
          },
          { key: 'why', label: m.legalBasis, width: 200, cell: ({ legalBasis }) => legalBasis ?? '–' },
        ]}
      />
    </Section>
  )
}
