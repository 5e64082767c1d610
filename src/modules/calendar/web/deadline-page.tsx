import { Alert, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { minutesWords, timeWords } from '#kernel/work-time/words.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLanguage } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import { CALENDAR_TOPIC, explainDeadline } from '../contract.ts'
import classes from './deadline.module.css'
import { questionOf, startTyped, type Typed, UNITS_AND_RULES } from './deadline-input.ts'
import { useTexts } from './texts.ts'

/** A deadline that belongs to nothing: when it is due, and how each day was counted. */
export function DeadlinePage() {
  const m = useTexts()
  const may = useMay()
  const [typed, setTyped] = useState<Typed>(() => startTyped(new Date()))
  const [unit, setUnit] = useState<UnitOption | null>(null)
  const question = questionOf(typed, unit?.id ?? null, m.pauseReason)
  const answer = useOperation(explainDeadline, question, { topics: [CALENDAR_TOPIC], keepPrevious: true })
  const set = (fields: Partial<Typed>) => setTyped((now) => ({ ...now, ...fields }))
  return (
    <Page
      title={m.tryDeadline}
      lead={m.deadlineLead}
      trail={[{ label: m.title, to: '/calendar' }, { label: m.tryDeadline }]}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="var(--hd-gap)" className={classes.columns}>
        <Section title={m.received}>
          <Stack gap="md">
            <ReceiptFields typed={typed} set={set} />
            {may('organisation:read') && (
              <UnitPicker label={m.unit} hint={m.unitHint} value={unit} onChange={setUnit} load={loadUnits()} />
            )}
            <PauseFields typed={typed} set={set} />
          </Stack>
        </Section>
        <Section title={m.result}>
          {question === null ? (
            <Text c="dimmed">{m.fillIn}</Text>
          ) : (
            <Loaded query={answer}>{(found) => <Answer found={found} />}</Loaded>
          )}
        </Section>
      </SimpleGrid>
    </Page>
  )
}

type FieldsProps = { readonly typed: Typed; readonly set: (fields: Partial<Typed>) => void }

function ReceiptFields({ typed, set }: FieldsProps) {
  const m = useTexts()
  const options = UNITS_AND_RULES.map((value) => ({ value, label: m.units[value] }))
  return (
    <>
      <SimpleGrid cols={2}>
        <DateField label={m.receivedDay} value={typed.day} onChange={(day) => set({ day })} required />
        <TextField
          label={m.receivedTime}
          value={typed.time}
          onChange={(time) => set({ time })}
          placeholder="16:40"
          required
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField
          label={m.amount}
          value={typed.unit === 'in-day days' ? null : typed.amount}
          onChange={(amount) => set({ amount })}
          disabled={typed.unit === 'in-day days'}
          required
        />
        <SelectField
          label={m.unitOfTime}
          value={typed.unit}
          onChange={(unit) => set({ unit })}
          options={options}
          required
        />
      </SimpleGrid>
    </>
  )
}

function PauseFields({ typed, set }: FieldsProps) {
  const m = useTexts()
  return (
    <fieldset className={classes.pause}>
      <legend>{m.pauseTitle}</legend>
      <Text size="sm" c="dimmed" mb="sm">
        {m.pauseLead}
      </Text>
      <SimpleGrid cols={2}>
        <DateField
          label={m.pauseFromDay}
          value={typed.pauseFromDay}
          onChange={(pauseFromDay) => set({ pauseFromDay })}
        />
        <TextField
          label={m.pauseFromTime}
          value={typed.pauseFromTime}
          onChange={(pauseFromTime) => set({ pauseFromTime })}
          placeholder="15:00"
        />
        <DateField label={m.pauseToDay} value={typed.pauseToDay} onChange={(pauseToDay) => set({ pauseToDay })} />
        <TextField
          label={m.pauseToTime}
          value={typed.pauseToTime}
          onChange={(pauseToTime) => set({ pauseToTime })}
          placeholder="10:00"
        />
      </SimpleGrid>
    </fieldset>
  )
}

function Answer({ found }: { readonly found: z.output<typeof explainDeadline.output> }) {
  const m = useTexts()
  const { language } = useLanguage()
  const { dueAt, remainingMinutes, unconfirmed, sentences } = found
  return (
    <Stack gap="md">
      <output className={classes.due}>
        <Text size="sm" c="dimmed">
          {m.due}
        </Text>
        <Text size="xl" fw={700}>
          {dueAt === null ? m.paused : timeWords(dueAt, language)}
        </Text>
        {remainingMinutes !== null && <Text>{m.leftOver(minutesWords(remainingMinutes, language))}</Text>}
      </output>
      {unconfirmed && (
        <Alert color="warning" icon={<IconAlertTriangle aria-hidden />}>
          {m.crossing}
        </Alert>
      )}
      <div>
        <Text fw={600} mb="xs">
          {m.howCounted}
        </Text>
        <ol className={classes.steps}>
          {found.trace.map((step, place) => (
            // Steps have no names; they are drawn anew as a whole.
            <li key={`${place} ${step.kind}`} data-kind={step.kind}>
              {sentences[language][place]}
            </li>
          ))}
        </ol>
      </div>
    </Stack>
  )
}
