import { Group } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { getUnit } from '#modules/organisation/contract.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { usePermissions } from './permission-names.ts'
import { useReasonText } from './rights-table.tsx'
import { useTexts } from './texts.ts'

const Question = z.object({
  permission: z.string().default(''),
  unit: z.string().default(''),
  day: z.string().default(''),
})

/** Who may do something at a unit on a day, and why. */
export function ExplainPage() {
  const m = useTexts()
  const { language } = useLanguage()
  const [question, ask] = useAddress(Question)
  const permissions = usePermissions()
  const [today] = useState(() => dayAt(new Date()))
  const day = question.day || today
  const unit = useOperation(getUnit, question.unit ? { unitId: question.unit, day } : null)
  const [chosen, setChosen] = useState<UnitOption | null>(null)
  const shown = chosen ?? (unit.data ? { id: unit.data.unit.unitId, name: unit.data.unit.name } : null)
  const answer = useOperation(
    contract.explainPermission,
    question.permission && question.unit ? { permission: question.permission, unitId: question.unit, day } : null,
    { topics: [contract.ACCOUNTS_TOPIC, contract.BREAK_GLASS_TOPIC] },
  )
  return (
    <Page title={m.explain} lead={m.explainLead}>
      <Group gap="sm" align="flex-start" mb="md" grow preventGrowOverflow={false} wrap="wrap">
        <SelectField
          label={m.permission}
          value={question.permission || null}
          onChange={(permission) => ask({ permission: permission ?? '' })}
          options={permissions.map(({ permission, summaries }) => ({
            value: permission,
            label: `${permission} · ${summaries[0]?.[language] ?? ''}`,
          }))}
          searchable
        />
        <UnitPicker
          label={m.unit}
          value={shown}
          onChange={(option) => {
            setChosen(option)
            ask({ unit: option?.id ?? '' })
          }}
          load={loadUnits(day)}
        />
        <DateField label={m.day} value={day} onChange={(next) => ask({ day: next ?? '' })} />
      </Group>
      {question.permission && question.unit ? (
        <Loaded
          query={answer}
          empty={({ holders }) => holders.length === 0}
          emptyState={<EmptyState title={m.noHolders} />}
        >
          {(data) => <Holders holders={data.holders} />}
        </Loaded>
      ) : (
        <EmptyState title={m.chooseFirst} />
      )}
    </Page>
  )
}

type Holder = {
  readonly accountId: string
  readonly accountName: string
  readonly accountUnitName: string | null
  readonly right: contract.ExplainedRight
}

function Holders({ holders }: { readonly holders: readonly Holder[] }) {
  const m = useTexts()
  const goTo = useGoTo()
  const reasonText = useReasonText()
  return (
    <DataTable
      label={m.table(m.explain)}
      rows={holders.map((holder, index) => ({ ...holder, index }))}
      rowKey={({ index }) => String(index)}
      onOpen={({ accountId }) => goTo(`/accounts/${accountId}`)}
      phone="cards"
      columns={[
        {
          key: 'who',
          label: m.who,
          width: 200,
          cell: ({ accountName }) => accountName,
          sortBy: ({ accountName }) => accountName,
        },
        { key: 'unit', label: m.unit, width: 200, cell: ({ accountUnitName }) => accountUnitName ?? '—' },
        {
          key: 'where',
          label: m.where,
          width: 220,
          cell: ({ right }) =>
            right.unitId === null
              ? m.everyWhere
              : `${right.unitName ?? ''} (${(m.reaches[right.reach] ?? '').toLowerCase()})`,
        },
        { key: 'why', label: m.why, width: 320, cell: ({ right }) => reasonText(right.reason) },
      ]}
    />
  )
}
