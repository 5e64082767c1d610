import { Suspense, useState } from 'react'
import { dayAt } from '#kernel/calendar.ts'
import { COLUMN_KINDS, FIELD_KINDS, type FieldKind, FormDefinition } from '#modules/forms/contract.ts'
import { FormView } from '#modules/forms/web/index.tsx'
import { Lines } from '#ui/loaded.tsx'
import { Section } from '#ui/page.tsx'

const choices = ['mot', 'hai', 'ba'].map((value) => ({
  value,
  label: { vi: `Lựa chọn ${value}`, en: `Choice ${value}` },
}))

/** A field of every kind, with rules between some of them. */
const everyKind = FormDefinition.parse({
  title: { vi: 'Mọi loại mục', en: 'Every kind' },
  steps: [
    {
      code: 'moi-loai',
      title: { vi: 'Mọi loại mục', en: 'Fields of every kind' },
      fields: FIELD_KINDS.map((kind: FieldKind) => ({
        kind,
        name: kind.replaceAll('-', '_'),
        label:
          kind === 'note' ? { vi: 'Ghi chú', en: 'Note' } : { vi: `Mục loại ${kind}`, en: `A field of kind ${kind}` },
        hint: kind === 'note' ? { vi: 'Lời giải thích.', en: 'An explanation.' } : { vi: '', en: '' },
        required: kind === 'text' || kind === 'table',
        choices: kind === 'choice' || kind === 'choices' ? choices : [],
        mask: kind === 'code' ? '00A-000' : '',
        value:
          kind === 'fee'
            ? {
                kind: 'coalesce',
                of: [
                  { kind: 'reference', name: 'money' },
                  { kind: 'number', value: '15000' },
                ],
              }
            : null,
        columns:
          kind === 'table'
            ? COLUMN_KINDS.slice(0, 6).map((column) => ({
                kind: column,
                name: column.replaceAll('-', '_'),
                label: { vi: `Cột ${column}`, en: `Column ${column}` },
                required: column === 'text',
              }))
            : [],
      })),
    },
  ],
})

export function FormSamples() {
  const [today] = useState(() => dayAt(new Date()))
  const [answers] = useState({ text: 'Nguyễn', table: [{ text: 'Một', number: 2 }, { money: 'nhiều' }] })
  return (
    <Section title="FormView">
      <Suspense fallback={<Lines />}>
        <FormView definition={everyKind} today={today} layout="whole" answers={answers} onSubmit={() => undefined} />
      </Suspense>
    </Section>
  )
}
