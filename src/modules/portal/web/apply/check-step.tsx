import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { isDay } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { ProblemAlert, useProblemText } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { type Draft, dropDraft, fileDraft, listOwn } from '../../contract.ts'
import { type Fields, isFile } from '../../domain/draft.ts'
import classes from './apply.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { titleOf } from './step-title.ts'
import type { Step } from './steps.ts'

type Props = {
  readonly draft: Draft
  readonly fields: Fields
  readonly steps: readonly Step[]
  readonly onGo: (key: string) => void
  readonly onFiled: (filed: { draftId: string; caseCode: string; secret: string }) => void
  /** The server has everything that was typed. */
  readonly ready: boolean
}

/** Everything that was answered, and what is still missing, each a way to where it is mended. */
export function CheckStep({ draft, fields, steps, onGo, onFiled, ready }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const file = useChange(fileDraft, { onDone: onFiled, invalidates: [listOwn] })
  const stepOf = (field: string) => steps.find((step) => step.fields.includes(field))?.key ?? 'acting'
  return (
    <Stack gap="lg">
      <Missing draft={draft} onGo={(field) => onGo(stepOf(field))} />
      <dl className={classes.facts}>
        {steps
          .filter((step) => step.fields.length > 0)
          .map((step) => (
            <div key={step.key}>
              <dt>{titleOf(step.key, draft, m, say)}</dt>
              <dd>
                <Answer step={step} draft={draft} fields={fields} />{' '}
                <Anchor component="button" type="button" onClick={() => onGo(step.key)}>
                  {m.change}
                </Anchor>
              </dd>
            </div>
          ))}
      </dl>
      <Text fw={600}>{draft.procedure.totalVnd === 0 ? m.free : m.fee(formatNumber(draft.procedure.totalVnd))}</Text>
      {file.error && <ProblemAlert problem={file.error} />}
      <Group>
        <Button
          size="lg"
          loading={file.isPending}
          disabled={!ready || draft.troubles.length > 0}
          onClick={() => file.mutate({ draftId: draft.id })}
        >
          {m.submit}
        </Button>
        <Drop draftId={draft.id} />
      </Group>
    </Stack>
  )
}

function Missing({ draft, onGo }: { readonly draft: Draft; readonly onGo: (field: string) => void }) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  const summary = useRef<HTMLDivElement>(null)
  // What is wrong is said before anything else, to whoever reads by ear or keyboard too.
  useEffect(() => summary.current?.focus(), [])
  if (draft.troubles.length === 0) return null
  const name = (field: string) => Object.entries(m.party).find(([part]) => field.endsWith(`.${part}`))?.[1] ?? ''
  return (
    <Alert color="bad" title={m.missing} role="alert" ref={summary} tabIndex={-1}>
      <List>
        {draft.troubles.map(({ field, code }) => (
          <List.Item key={field}>
            <Anchor component="button" type="button" onClick={() => onGo(field)}>
              <FieldTitle field={field} draft={draft} />
              {name(field) && ` – ${name(field)}`}: {say.detail({ path: field, code, message: code })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

const STEP_OF: Readonly<Record<string, string>> = {
  actingFor: 'acting',
  unitId: 'place',
  'representative.proof': 'proof',
}

function FieldTitle({ field, draft }: { readonly field: string; readonly draft: Draft }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [party = ''] = field.split('.')
  return titleOf(STEP_OF[field] ?? (party === 'subject' || party === 'representative' ? party : field), draft, m, say)
}

function Answer({ step, draft, fields }: Pick<Props, 'draft' | 'fields'> & { readonly step: Step }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const said = step.fields
    .map((name) => answerText(name, fields, draft, language, m))
    .filter(Boolean)
    .join(' · ')
  return <span>{said || m.empty}</span>
}

function answerText(
  name: string,
  fields: Fields,
  draft: Draft,
  language: 'vi' | 'en',
  m: typeof vi | typeof en,
): string {
  const value = fields[name] ?? null
  if (value === null || value === '') return ''
  if (isFile(value)) return value.name
  if (typeof value === 'boolean') return value ? m.yes : m.no
  if (name === 'unitId') return draft.procedure.places.find(({ id }) => id === value)?.name ?? ''
  if (value === 'bring') return m.bring
  const question = draft.procedure.questions.find((one) => name === `answers.${one.name}`)
  const choice = question?.choices.find((one) => one.value === value)
  if (choice) return choice.label[language]
  const words: Readonly<Record<string, string>> = {
    ...m.acting,
    ...m.result,
    ...m.kinds,
    male: m.male,
    female: m.female,
  }
  const text = String(value)
  return isDay(text) ? formatDay(text) : (words[text] ?? text)
}

function Drop({ draftId }: { readonly draftId: string }) {
  const m = useMessages({ vi, en })
  const [asking, setAsking] = useState(false)
  const drop = useChange(dropDraft, {
    onDone: () => {
      localStorage.removeItem(`haidang.draft.${draftId}`)
      location.assign('/ho-so-cua-toi')
    },
  })
  return (
    <>
      <Button variant="subtle" color="bad" onClick={() => setAsking(true)}>
        {m.drop}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.drop}
        body={m.dropAsk}
        danger
        busy={drop.isPending}
        onConfirm={() => drop.mutate({ draftId })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
