import type { ReactNode } from 'react'
import { PERIOD_KINDS, type PeriodKind, regimeOf } from '#kernel/period.ts'
import { periodChoices, periodInKind } from '#kernel/period-choices.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { PeriodPicker } from '#ui/period-picker.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { UnitPicker } from '#ui/unit-picker.tsx'
import classes from './counting.module.css'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import type { CountingView } from './counting-view.ts'

const FIRST_YEAR = 2021

/** Whose figures, of which period. */
export function CountingBar({ view, children }: { readonly view: CountingView; readonly children?: ReactNode }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const regime = regimeOf(view.regime)
  return (
    <div className={classes.bar}>
      {children}
      <UnitPicker
        label={m.unit}
        required
        value={view.unit}
        onChange={(next) => next && view.change({ unit: next.id })}
        load={loadUnits(view.unitsDay)}
      />
      <SelectField
        label={m.periodKind}
        options={PERIOD_KINDS.map((value) => ({ value, label: m.kinds[value] }))}
        value={view.kind}
        onChange={(kind) => kind && view.change({ period: periodInKind(view.period, kind as PeriodKind, regime) })}
      />
      <PeriodPicker
        options={periodChoices(view.kind, { fromYear: FIRST_YEAR, today: view.today, regime, language })}
        value={view.period}
        onChange={(period) => view.change({ period })}
      />
      <SelectField
        label={m.regime}
        options={(['cut-off', 'calendar'] as const).map((value) => ({ value, label: m.regimes[value] }))}
        value={view.regime}
        onChange={(next) => view.change({ regime: next === 'calendar' ? 'calendar' : 'cut-off' })}
      />
      <DateField
        label={m.structureDay}
        value={view.unitsDay}
        clearable={view.chosenDay !== undefined}
        onChange={(day) => view.change({ structure: day ?? undefined })}
      />
    </div>
  )
}
