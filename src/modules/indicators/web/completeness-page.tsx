import { Group, Text } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import { useAddress } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { HeatMap } from '#ui/heat-map.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useToday } from '#ui/today.ts'
import * as contract from '../contract.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import classes from './structures.module.css'
import { SHEETS_TOPIC } from './topics.ts'

type Answer = z.output<typeof contract.completeness.output>
type State = Answer['rows'][number]['cells'][number]['state']

const FIRST_YEAR = 2021
const Filter = z.object({ form: z.string().optional(), year: z.coerce.number().int().min(1950).max(2150).optional() })

const FACES = {
  final: { tone: 'good', sign: '✓✓' },
  approved: { tone: 2, sign: '✓' },
  submitted: { tone: 1, sign: '→' },
  returned: { tone: 'warning', sign: '↩' },
  draft: { tone: 'info', sign: '…' },
  missing: { tone: 'bad', sign: '!' },
  'not-due': { tone: 'neutral', sign: '◷' },
  'not-assigned': { tone: 'none', sign: '·' },
} as const satisfies Record<State, { tone: string | number; sign: string }>

const STATES: readonly State[] = [
  'final',
  'approved',
  'submitted',
  'returned',
  'draft',
  'missing',
  'not-due',
  'not-assigned',
]

/** Units × periods of a form: who has handed in what. */
export function CompletenessPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [filter, setFilter] = useAddress(Filter)
  const thisYear = Number(useToday().slice(0, 4))
  const year = filter.year ?? thisYear
  const forms = useOperation(contract.listForms, {})
  const form = filter.form ?? forms.data?.forms[0]?.code ?? null
  const map = useOperation(contract.completeness, form === null ? null : { form, year }, {
    topics: [SHEETS_TOPIC],
    keepPrevious: true,
  })
  return (
    <Page title={m.completeness} lead={m.completenessLead} width="full">
      <Loaded query={forms} empty={(answer) => answer.forms.length === 0} emptyState={<EmptyState title={m.noForms} />}>
        {(known) => (
          <>
            <Group align="flex-end" gap="sm">
              <div className={classes.wide}>
                <SelectField
                  label={m.form}
                  options={known.forms.map(({ code, name }) => ({ value: code, label: say(name) }))}
                  value={form}
                  onChange={(next) => setFilter({ form: next ?? undefined })}
                />
              </div>
              <SelectField
                label={m.year}
                searchable={false}
                options={Array.from({ length: thisYear - FIRST_YEAR + 2 }, (_, index) => {
                  const value = `${FIRST_YEAR + index}`
                  return { value, label: value }
                })}
                value={`${year}`}
                onChange={(next) => setFilter({ year: next ? Number(next) : undefined })}
              />
            </Group>
            <Loaded query={map} lines={10} empty={({ rows }) => rows.length === 0}>
              {(answer) => <Squares answer={answer} />}
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Squares({ answer: { form, periods, rows } }: { readonly answer: Answer }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const cells = new Map(
    rows.flatMap(({ unit, cells: row }) =>
      row.map((cell, place) => [`${unit.id} ${periods[place]?.key}`, { cell, unit, period: periods[place] }] as const),
    ),
  )
  const owed = [...cells.values()].filter(({ cell }) => cell.state !== 'not-due' && cell.state !== 'not-assigned')
  const handedIn = owed.filter(({ cell }) => ['final', 'approved', 'submitted'].includes(cell.state))
  return (
    <>
      <Text aria-live="polite">{m.complete(formatNumber(handedIn.length), formatNumber(owed.length))}</Text>
      <HeatMap
        label={`${m.completeness}: ${say(form.name)}`}
        rowHead={m.unit}
        rows={rows.map(({ unit }) => ({ key: unit.id, label: unit.name }))}
        columns={periods.map(({ key, label }) => ({ key, label: shortLabel(key) ?? say(label) }))}
        cell={(row, column) => {
          const found = cells.get(`${row} ${column}`)
          if (!found?.period) return null
          const { cell, unit, period } = found
          const { tone, sign } = FACES[cell.state]
          const filled = m.filledOf(formatNumber(cell.filled), formatNumber(cell.expected))
          const isOpenable = cell.state !== 'not-assigned'
          return {
            tone,
            text: sign,
            label: m.cellLabel(unit.name, `${say(period.label)} (${period.range})`, m.cells[cell.state], filled),
            ...(isOpenable && { to: `/entry/${form.code}/${unit.id}/${period.key}` }),
          }
        }}
        legend={STATES.map((state) => ({ tone: FACES[state].tone, text: FACES[state].sign, label: m.cells[state] }))}
      />
    </>
  )
}

const ROMAN = ['', 'I', 'II', 'III', 'IV']

/** Months and quarters in two or three letters, so that a year fits the width. */
function shortLabel(key: string): string | null {
  const period = parsePeriodKey(key)
  if (period?.kind === 'month') return `T${period.number}`
  return period?.kind === 'quarter' ? `Q${ROMAN[period.number]}` : null
}
