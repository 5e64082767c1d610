import { Button, Group } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { PERIOD_KINDS, regimeOf } from '#kernel/period.ts'
import { periodChoices, periodInKind } from '#kernel/period-choices.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { PeriodPicker } from '#ui/period-picker.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { REGIMES } from '../domain/words.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { kindOfPeriod } from './periods.ts'
import type { CurrentView } from './use-view.ts'
import classes from './web.module.css'

const FIRST_YEAR = 2021

type Props = {
  readonly view: CurrentView
  /** Without it the page sets the days of the structures itself. */
  readonly structure?: boolean
}

/** Whose figures, of which period, in the structure of which day. */
export function ViewBar({ view, structure = true }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const unusual = view.regime !== 'cut-off' || view.standing !== 'submitted'
  const [more, setMore] = useState(unusual)
  const kind = kindOfPeriod(view.period)
  const regime = regimeOf(view.regime)
  const options = periodChoices(kind, { fromYear: FIRST_YEAR, today: view.today, regime, language })
  return (
    <Group align="flex-end" gap="sm" className={classes.bar}>
      <div className={classes.unit}>
        <UnitPicker
          label={m.unit}
          required
          value={view.unit}
          onChange={(next) => next && view.change({ unit: next.id })}
          load={loadUnits(view.unitsDay)}
        />
      </div>
      <SelectField
        label={m.periodKind}
        options={PERIOD_KINDS.map((value) => ({ value, label: m.kinds[value] }))}
        value={kind}
        onChange={(next) => {
          const chosen = PERIOD_KINDS.find((value) => value === next)
          if (chosen) view.change({ period: periodInKind(view.period, chosen, regime) })
        }}
      />
      <PeriodPicker options={options} value={view.period} onChange={(period) => view.change({ period })} />
      {structure && <StructureField view={view} />}
      <Button
        variant="subtle"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        aria-expanded={more}
        onClick={() => setMore(!more)}
      >
        {more ? m.fewerChoices : m.moreChoices}
      </Button>
      {more && (
        <>
          <SelectField
            label={m.regime}
            options={REGIMES.map((value) => ({ value, label: m.regimes[value] }))}
            value={view.regime}
            onChange={(next) => view.change({ regime: next === 'calendar' ? 'calendar' : 'cut-off' })}
          />
          <SelectField
            label={m.standing}
            options={(['submitted', 'approved'] as const).map((value) => ({ value, label: m.standings[value] }))}
            value={view.standing}
            onChange={(next) => view.change({ standing: next === 'approved' ? 'approved' : 'submitted' })}
          />
        </>
      )}
    </Group>
  )
}

/** As things stood, today's structure, or that of any day. */
function StructureField({ view }: { readonly view: CurrentView }) {
  const m = useMessages({ vi, en })
  const [choosing, setChoosing] = useState(false)
  const { structureOn: day, today } = view
  const kind = choosing || (day && day !== today) ? 'day' : day ? 'today' : 'own'
  return (
    <>
      <SelectField
        label={m.structureDay}
        options={[
          { value: 'own', label: m.structureOwn },
          { value: 'today', label: `${m.structureToday} (${formatDay(today)})` },
          { value: 'day', label: m.structureOther },
        ]}
        value={kind}
        onChange={(next) => {
          setChoosing(next === 'day')
          if (next !== 'day') view.change({ on: next === 'today' ? today : undefined })
        }}
      />
      {kind === 'day' && (
        <DateField
          label={m.structureChoose}
          value={day}
          clearable={false}
          onChange={(next) => next && view.change({ on: next })}
        />
      )}
    </>
  )
}
