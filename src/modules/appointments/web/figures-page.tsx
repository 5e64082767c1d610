import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { z } from 'zod'
import { addDays, type Day } from '#kernel/calendar.ts'
import { useAddress } from '#ui/address.ts'
import { csvText, saveText } from '#ui/csv.ts'
import { DateField } from '#ui/date-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useToday } from '#ui/today.ts'
import { countedTopic, type FiguresOfCounters, getFiguresOfCounters, listServedUnits, SUM_BY } from '../contract.ts'
import { FIGURE_COLUMNS, partsOf } from './figure-columns.ts'
import { en } from './figures-messages.en.ts'
import { vi } from './figures-messages.vi.ts'
import { type By, columnName, FiguresTable, rowName, type Texts, withTotal } from './figures-table.tsx'
import { GoalSection } from './goal-section.tsx'
import classes from './opening-form.module.css'

const Address = z.object({
  unit: z.uuid().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  by: z.enum(SUM_BY).optional(),
})

/** What the counters did, live: by unit, by desk or by day. */
export function FiguresPage() {
  const m = useMessages({ vi, en })
  const today = useToday()
  const [address, setAddress] = useAddress(Address)
  const { unit, from = addDays(today, -29), to = today, by = 'unit' } = address
  const asked = { from, to, ...(unit && { unitId: unit }) }
  const query = useOperation(getFiguresOfCounters, { ...asked, by }, { topics: [countedTopic], keepPrevious: true })
  const served = useOperation(listServedUnits, {})
  const change = (next: z.input<typeof Address>) => setAddress({ ...address, ...next })
  return (
    <Page
      title={m.title}
      lead={m.lead}
      width="full"
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={!query.data}
          onClick={() => query.data && saveText(`${m.title}.csv`, fileOf(query.data, by, { from, to }, m))}
        >
          {m.csv}
        </Button>
      }
    >
      <div className={classes.numbers}>
        <SelectField
          label={m.unit}
          clearable
          placeholder={m.allUnits}
          value={unit ?? null}
          onChange={(next) => change({ unit: next ?? undefined })}
          options={(served.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label={m.by}
          searchable={false}
          value={by}
          onChange={(next) => change({ by: SUM_BY.find((one) => one === next) })}
          options={SUM_BY.map((value) => ({ value, label: m.bys[value] }))}
        />
        <DateField label={m.from} value={from} onChange={(next: Day | null) => change({ from: next ?? undefined })} />
        <DateField label={m.to} value={to} onChange={(next: Day | null) => change({ to: next ?? undefined })} />
      </div>
      <Section title={m.title} lead={m.how} flush>
        <Loaded query={query}>{(known) => <FiguresTable known={known} by={by} asked={asked} />}</Loaded>
      </Section>
      <GoalSection />
    </Page>
  )
}

/** The table as it stands, each ratio as the two numbers it is made of. */
function fileOf(known: FiguresOfCounters, by: By, { from, to }: { from: Day; to: Day }, m: Texts): string {
  const heading = FIGURE_COLUMNS.flatMap((column) => {
    const name = columnName(column, known.goalMinutes, m)
    return column.over === null
      ? [name]
      : [`${name}: ${m.columns[column.measure]}`, `${name}: ${column.over.map((code) => m.columns[code]).join(' + ')}`]
  })
  const rows = withTotal(known).map((row) => [
    rowName(row, by, m),
    ...FIGURE_COLUMNS.flatMap((column) => partsOf(column, row.counts).filter((part) => part !== null)),
  ])
  return csvText([[`${m.title}: ${formatDay(from)} – ${formatDay(to)}`], [m.bys[by], ...heading], ...rows])
}
