import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { dayAt } from '#kernel/calendar.ts'
import { periodContaining, periodKey, periodRange, periodsOfYear, regimeOf } from '#kernel/period.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import type { Template } from '../domain/template.ts'
import { FigurePanel } from './figure-panel.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { Paper } from './paper.tsx'
import { periodName } from './reports-page.tsx'

/** What is being edited, filled with real figures of a unit and a period; nothing is saved. */
export function TemplatePreview({ body }: { readonly body: Template }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const options = periodsFor(body)
  const [unit, setUnit] = useState<UnitOption | null>(null)
  const [period, setPeriod] = useState<string | null>(options[0]?.key ?? null)
  const [figure, setFigure] = useState<string | null>(null)
  const preview = useChange(contract.previewTemplate)
  const lastDay = options.find(({ key }) => key === period)?.to
  return (
    <Stack mt="md" gap="md">
      <Text size="sm" c="dimmed">
        {m.editor.previewHint}
      </Text>
      <Group align="flex-end">
        <SelectField
          label={m.period}
          options={options.map(({ key }) => ({ value: key, label: periodName(key, language) }))}
          value={period}
          onChange={setPeriod}
        />
        <UnitPicker
          key={lastDay}
          label={m.editor.previewUnit}
          value={unit}
          onChange={setUnit}
          load={loadUnits(lastDay)}
        />
        <Button
          disabled={!unit || !period}
          loading={preview.isPending}
          onClick={() => unit && period && preview.mutate({ body, unitId: unit.id, period })}
        >
          {m.editor.show}
        </Button>
      </Group>
      {preview.error && <ProblemAlert problem={preview.error} />}
      {preview.data && (
        <>
          <Paper report={preview.data.document} hands={{ onFigure: setFigure }} />
          <FigurePanel
            report={preview.data.document}
            figureKey={figure}
            onFigure={setFigure}
            onClose={() => setFigure(null)}
          />
        </>
      )}
    </Stack>
  )
}

/** The periods of the template's kind, the one of today first, back over five years. */
function periodsFor({ periodKind, regime }: Template) {
  const rule = regimeOf(regime)
  const today = dayAt(new Date())
  const now = periodContaining(today, periodKind, rule)
  const year = now?.year ?? Number(today.slice(0, 4))
  return [0, 1, 2, 3, 4]
    .flatMap((back) => periodsOfYear(periodKind, year - back).toReversed())
    .map((period) => ({ key: periodKey(period), ...periodRange(period, rule) }))
    .filter(({ from }) => from <= today)
}
