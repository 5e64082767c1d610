import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { periodKey, periodLabel, periodRange, periodsOfYear, regimeOf } from '#kernel/period.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** Asks for template, unit and period, and opens the filled draft. */
export function NewReport({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages({ vi, en })
  const templates = useOperation(contract.listTemplates, { limit: 200 })
  return (
    <Dialog opened title={m.newReport} onClose={onClose} width={560}>
      <Loaded
        query={templates}
        empty={({ templates: rows }) => rows.length === 0}
        emptyState={<EmptyState title={m.noTemplates} />}
      >
        {({ templates: rows }) => <Fields templates={rows} onClose={onClose} />}
      </Loaded>
    </Dialog>
  )
}

type Props = { readonly templates: readonly contract.TemplateRow[]; readonly onClose: () => void }

function Fields({ templates, onClose }: Props) {
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  const [templateId, setTemplateId] = useState<string | null>(templates[0]?.templateId ?? null)
  const [choices] = useState(years)
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [period, setPeriod] = useState<string | null>(null)
  const [unit, setUnit] = useState<UnitOption | null>(null)
  const [structureDay, setStructureDay] = useState<string | null>(null)
  const template = templates.find((one) => one.templateId === templateId)
  const options = usePeriods(template, year)
  const chosen = options.find(({ value }) => value === period)?.value ?? options.at(-1)?.value
  const lastDay = options.find(({ value }) => value === chosen)?.to
  const draft = useChange(contract.draftReport, {
    invalidates: [contract.listReports],
    onDone: ({ reportId }) => goTo(`/reports/${reportId}`),
  })
  const ready = templateId && unit && chosen
  return (
    <Stack gap="md">
      {draft.error && <ProblemAlert problem={draft.error} />}
      <SelectField
        label={m.template}
        required
        options={templates.map((one) => ({ value: one.templateId, label: one.name }))}
        value={templateId}
        onChange={setTemplateId}
      />
      <Group grow align="flex-start">
        <SelectField
          label={m.year}
          required
          options={choices}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
        />
        <SelectField label={m.periodNumber} required options={options} value={chosen ?? null} onChange={setPeriod} />
      </Group>
      <UnitPicker
        key={structureDay ?? lastDay}
        label={m.unit}
        required
        value={unit}
        onChange={setUnit}
        load={loadUnits(structureDay ?? lastDay)}
      />
      <DateField label={m.structureDay} hint={m.structureHint} value={structureDay} onChange={setStructureDay} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {m.cancel}
        </Button>
        <Button
          loading={draft.isPending}
          disabled={!ready}
          onClick={() =>
            ready &&
            draft.mutate({ templateId, unitId: unit.id, period: chosen, ...(structureDay && { structureDay }) })
          }
        >
          {m.draft}
        </Button>
      </Group>
    </Stack>
  )
}

/** The periods of a template's kind in a year. */
function usePeriods(template: contract.TemplateRow | undefined, year: number) {
  const { language } = useLanguage()
  if (!template) return []
  return periodsOfYear(template.periodKind, year).map((period) => ({
    value: periodKey(period),
    label: periodLabel(period, language),
    to: periodRange(period, regimeOf(template.regime)).to,
  }))
}

/** From next year back to the first year of which reports are kept here. */
function years() {
  const last = new Date().getFullYear() + 1
  return Array.from({ length: 10 }, (_, index) => ({ value: String(last - index), label: String(last - index) }))
}
