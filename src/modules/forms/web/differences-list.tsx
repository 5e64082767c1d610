import type { z } from 'zod'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

type Difference = z.output<typeof contract.formDifferences.output>['differences'][number]

const TONES = { added: 'good', removed: 'bad', changed: 'warning', moved: 'info' } as const

/** What differs between two versions, by field. */
export function DifferencesList({ differences }: { readonly differences: readonly Difference[] }) {
  const m = useTexts()
  const say = useLabel()
  const names: Readonly<Record<string, string>> = {
    title: m.title,
    intro: m.intro,
    addressee: m.addressee,
    pledge: m.pledge,
    number: m.number,
    legalBasis: m.legalBasis,
    paper: m.formPaper,
    demonstration: m.demonstration,
    label: m.label,
    hint: m.hint,
    required: m.required,
    requiredIf: m.requiredIf,
    showIf: m.showIf,
    value: m.computed,
    choices: m.choices,
    columns: m.columns,
    kind: m.kind,
    known: m.known,
    least: m.least,
    most: m.most,
  }
  return (
    <DataTable
      label={m.differences}
      phone="cards"
      rows={differences}
      rowKey={({ part, kind, code }) => `${part} ${kind} ${code}`}
      empty={<EmptyState title={m.same} />}
      columns={[
        {
          key: 'what',
          label: m.what,
          width: 320,
          cell: ({ label, code }) => (label && (say(label) || label.vi)) || (names[code] ?? code),
        },
        {
          key: 'kind',
          label: m.change,
          width: 130,
          cell: ({ kind }) => <StatusChip tone={TONES[kind]}>{m.changes[kind]}</StatusChip>,
        },
        {
          key: 'attributes',
          label: m.attributes,
          width: 320,
          cell: ({ attributes }) => attributes.map((attribute) => names[attribute] ?? attribute).join(', ') || '–',
        },
      ]}
    />
  )
}
