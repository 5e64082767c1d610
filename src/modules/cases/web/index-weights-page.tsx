import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { TextField } from '#ui/text-field.tsx'
import { index766, listIndexWeights, setIndexWeight } from '../contract.ts'
import { en } from './weights-messages.en.ts'
import { vi } from './weights-messages.vi.ts'

type Answer = z.output<typeof listIndexWeights.output>
type Weight = Answer['weights'][number]

/** The points of the 766 index: what they are, where they stand, who set them and whether anybody compared them with the decision. */
export function IndexWeightsPage() {
  const m = useMessages({ vi, en })
  const may = useMay()
  const weights = useOperation(listIndexWeights, {})
  const [edited, setEdited] = useState<Weight | 'new' | null>(null)
  const mayChange = may('cases:define')
  return (
    <Page
      title={m.title}
      lead={m.lead}
      width="full"
      actions={mayChange && <Button onClick={() => setEdited('new')}>{m.add}</Button>}
    >
      <LinkTo to="/index-766">{m.back}</LinkTo>
      <Loaded query={weights} lines={10}>
        {(answer) => (
          <>
            <Weights rows={answer.weights} onEdit={mayChange ? setEdited : null} />
            <Dialog opened={edited !== null} title={m.add} onClose={() => setEdited(null)}>
              {edited !== null && (
                <WeightForm
                  weight={edited === 'new' ? null : edited}
                  indicators={answer.indicators}
                  onDone={() => setEdited(null)}
                />
              )}
            </Dialog>
          </>
        )}
      </Loaded>
    </Page>
  )
}

type WeightsProps = { readonly rows: readonly Weight[]; readonly onEdit: ((weight: Weight) => void) | null }

function Weights({ rows, onEdit }: WeightsProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <DataTable<Weight>
      label={m.title}
      rows={rows}
      rowKey={({ indicator, validFrom }) => `${indicator} ${validFrom}`}
      phone="cards"
      columns={[
        {
          key: 'name',
          label: m.indicator,
          cell: ({ indicator, name, isGroup }) =>
            isGroup ? <strong>{say(name)}</strong> : `${indicator} ${say(name)}`,
        },
        { key: 'points', label: m.points, width: 80, align: 'end', cell: ({ points }) => formatNumber(points) },
        { key: 'from', label: m.validFrom, width: 115, cell: ({ validFrom }) => formatDay(validFrom) },
        {
          key: 'checked',
          label: m.state,
          width: 150,
          cell: ({ checked }) => (
            <StatusChip tone={checked ? 'good' : 'warning'}>{checked ? m.checked : m.unchecked}</StatusChip>
          ),
        },
        { key: 'source', label: m.source, width: 240, cell: ({ source }) => source },
        {
          key: 'set',
          label: m.setBy,
          width: 240,
          cell: ({ set, reason }) => (set ? `${set.byName}, ${formatMoment(set.at)}: ${reason}` : m.withPlatform),
        },
        ...(onEdit
          ? [
              {
                key: 'edit',
                label: m.edit,
                width: 110,
                cell: (row: Weight) => (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={m.editOf(`${row.indicator} ${say(row.name)}`)}
                    onClick={() => onEdit(row)}
                  >
                    {m.edit}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

type FormProps = {
  readonly weight: Weight | null
  readonly indicators: Answer['indicators']
  readonly onDone: () => void
}

function WeightForm({ weight, indicators, onDone }: FormProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [today] = useState(() => dayAt(new Date()))
  const save = useChange(setIndexWeight, { invalidates: [listIndexWeights, index766], onDone })
  const form = useForm({
    start: {
      indicator: weight?.indicator ?? null,
      points: weight?.points ?? null,
      validFrom: (weight?.validFrom ?? today) as Day | null,
      source: weight?.source ?? '',
      reason: '',
      checked: false,
    },
    send: ({ indicator, points, validFrom, ...rest }) =>
      save.mutateAsync({ ...rest, indicator: indicator ?? '', points: points ?? -1, validFrom: validFrom ?? '' }),
  })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <SelectField
        {...form.field('indicator')}
        label={m.indicator}
        required
        disabled={weight !== null}
        options={indicators.map(({ indicator, name }) => ({
          value: indicator,
          label: /^\d/.test(indicator) ? `${indicator} ${say(name)}` : say(name),
        }))}
      />
      <NumberField {...form.field('points')} label={m.points} required />
      <DateField {...form.field('validFrom')} label={m.validFrom} required />
      <TextField {...form.field('source')} label={m.source} required maxLength={300} />
      <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
      <CheckField {...form.field('checked')} label={m.confirm} hint={m.confirmHint} />
    </Form>
  )
}
