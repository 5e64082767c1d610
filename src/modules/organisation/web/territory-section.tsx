import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { addDays, type Day } from '#kernel/calendar.ts'
import { formatPercent } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DaySlider } from '#ui/day-slider.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useToday } from '#ui/today.ts'
import type { UnitDetail } from '../contract.ts'
import * as contract from '../contract.ts'
import { useMarks } from './marks.ts'
import { QualityChip } from './quality-chip.tsx'
import { useTexts } from './texts.ts'

/** The territory of this unit, as it stood, in the units of any other day: 17 wards become 5 while the day is dragged. */
export function TerritorySection({ detail }: { readonly detail: UnitDetail }) {
  const m = useTexts()
  const structureDay = structureDayOf(detail)
  const today = useToday()
  const [day, setDay] = useState<Day>(structureDay < today ? today : structureDay)
  const { unitId } = detail.unit
  const tree = useOperation(contract.treeAt, { depth: 0 }, { keepPrevious: true })
  const first = tree.data?.firstDay ?? structureDay
  const parts = useOperation(
    contract.territoryAt,
    { unitId, structureDay, day },
    { topics: [contract.UNITS_TOPIC], keepPrevious: true },
  )
  const from = first < structureDay ? first : structureDay
  const to = today > day ? today : day
  const marks = useMarks(tree.data?.changeDays ?? [], from, to)
  return (
    <Section title={m.territory} lead={m.territoryLead(formatDay(structureDay))}>
      <Stack gap="lg">
        <DaySlider label={m.day} from={from} to={to} value={day} onChange={setDay} marks={marks} />
        <Loaded query={parts} empty={(answer) => answer.parts.length === 0}>
          {(answer) => <Parts parts={answer.parts} day={day} />}
        </Loaded>
      </Stack>
    </Section>
  )
}

/** The chosen day while the unit exists on it, else its last day. */
function structureDayOf({ day, exists, unit, versions }: UnitDetail): Day {
  if (exists) return day
  const end = versions.at(-1)?.validTo
  return end && end <= day ? addDays(end, -1) : unit.validFrom
}

type Part = {
  readonly unit: contract.UnitVersion
  readonly share: { readonly numerator: number; readonly denominator: number } | null
  readonly quality: 'exact' | 'estimated' | 'not-derivable'
}

function Parts({ parts, day }: { readonly parts: readonly Part[]; readonly day: Day }) {
  const m = useTexts()
  return (
    <>
      <Text fw={600} aria-live="polite">
        {formatDay(day)}: {m.territoryCount(parts.length)}
      </Text>
      <DataTable
        label={m.territoryTable(formatDay(day))}
        rows={parts}
        rowKey={({ unit }) => unit.unitId}
        phone="cards"
        height={420}
        columns={[
          {
            key: 'name',
            label: m.name,
            width: 260,
            cell: ({ unit }) => <LinkTo to={`/units/${unit.unitId}?day=${day}`}>{unit.name}</LinkTo>,
            sortBy: ({ unit }) => unit.name,
          },
          {
            key: 'code',
            label: m.code,
            width: 100,
            cell: ({ unit }) => unit.code ?? '—',
            sortBy: ({ unit }) => unit.code,
          },
          {
            key: 'share',
            label: m.share,
            width: 150,
            align: 'end',
            cell: ({ share }) => (share ? formatPercent(share.numerator, share.denominator) : m.unknownShare),
          },
          { key: 'quality', label: m.quality, width: 170, cell: ({ quality }) => <QualityChip quality={quality} /> },
        ]}
      />
    </>
  )
}
