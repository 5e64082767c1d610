import { Alert, Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import { isDay } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { ReadForm } from '#modules/forms/web/index.tsx'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Lines, Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { ProblemAlert, useProblemText } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { type Draft, type DraftForm, dropDraft, fileDraft, listOwn, readDraft } from '../../contract.ts'
import { ACTING_FOR, type Fields, isFile } from '../../domain/draft.ts'
import classes from './apply.module.css'
import { FormDownloads } from './form-downloads.tsx'
import { forgetFilesOf } from './kept-files.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { SignInFirst } from './sign-in-first.tsx'
import { titleOf } from './step-title.ts'
import { formStepKey, formStepOf, type Step, stepWith } from './steps.ts'
import { forgetPending } from './use-draft.ts'

type Props = {
  readonly draft: Draft
  readonly fields: Fields
  readonly steps: readonly Step[]
  readonly onGo: (key: string, reveal?: boolean) => void
  readonly onOutdated: () => void
  /** Of a writer who has not signed in: the way to do so. */
  readonly onSignIn: (() => void) | undefined
  readonly onFiled: (filed: { draftId: string; caseCode: string; secret: string }) => void
  /** The server has everything that was typed. */
  readonly ready: boolean
}

/** Everything that was answered, and what is still missing, each a way to where it is mended. */
export function CheckStep({ draft, fields, steps, onGo, onFiled, onOutdated, onSignIn, ready }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const file = useChange(fileDraft, {
    onDone: onFiled,
    onProblem: ({ body }) => body.code === 'portal/form-changed' && onOutdated(),
    invalidates: [listOwn],
  })
  return (
    <Stack gap="lg">
      {ready && <Missing draft={draft} onGo={(field) => onGo(stepWith(steps, field), true)} />}
      <dl className={classes.facts}>
        {steps
          .filter((step) => step.fields.length > 0 && formStepOf(step.key) === null)
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
      {ready && draft.forms.map((form) => <FilledForm key={form.code} draftId={draft.id} form={form} onGo={onGo} />)}
      <Text fw={600}>
        {draft.procedure.totalVnd > 0
          ? m.fee(formatNumber(draft.procedure.totalVnd))
          : draft.forms.some(({ hasFees }) => hasFees)
            ? m.feeInForm
            : m.free}
      </Text>
      {file.error && <ProblemAlert problem={file.error} />}
      {onSignIn && <SignInFirst why={m.filingWaits} onSignIn={onSignIn} />}
      <Group>
        <Button
          size="lg"
          loading={file.isPending}
          disabled={!ready || draft.troubles.length > 0 || onSignIn !== undefined}
          onClick={() => file.mutate({ draftId: draft.id })}
        >
          {m.submit}
        </Button>
        <Drop draftId={draft.id} />
      </Group>
    </Stack>
  )
}

type FilledProps = Pick<Props, 'onGo'> & { readonly draftId: string; readonly form: DraftForm }

/** A form as it would be handed in. */
function FilledForm({ draftId, form, onGo }: FilledProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  const read = useOperation(readDraft, { draftId, language })
  return (
    <section aria-label={say(form.title)} className={classes.card}>
      <Stack gap="md">
        <Title order={2} size="h4">
          {say(form.title)}
        </Title>
        <Loaded query={read} lines={8}>
          {({ forms }) => (
            <Suspense fallback={<Lines count={8} />}>
              <ReadForm
                steps={forms.find(({ code }) => code === form.code)?.steps ?? []}
                onChange={(code) => onGo(formStepKey(code, form.mark))}
              />
            </Suspense>
          )}
        </Loaded>
        <Text size="sm" c="dimmed">
          {m.downloadLead}
        </Text>
        <FormDownloads draftId={draftId} form={form} />
      </Stack>
    </section>
  )
}

function Missing({ draft, onGo }: { readonly draft: Draft; readonly onGo: (field: string) => void }) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  const tell = useLabel()
  const summary = useRef<HTMLDivElement>(null)
  // What is wrong is said before anything else, to whoever reads by ear or keyboard too.
  useEffect(() => summary.current?.focus(), [])
  if (draft.troubles.length === 0) return null
  const name = (field: string) => Object.entries(m.party).find(([part]) => field.endsWith(`.${part}`))?.[1] ?? ''
  return (
    <Alert color="bad" title={m.missing} role="alert" ref={summary} tabIndex={-1}>
      <List spacing="xs" classNames={{ itemWrapper: classes.trouble ?? '' }}>
        {draft.troubles.map(({ field, code, label, message }) => (
          <List.Item key={`${field} ${code}`}>
            <Anchor component="button" type="button" ta="start" underline="always" onClick={() => onGo(field)}>
              {label ? tell(label) : <FieldTitle field={field} draft={draft} />}
              {!label && name(field) && ` – ${name(field)}`}:{' '}
              {message ? tell(message) : say.detail({ path: field, code, message: code })}
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
  if (name === 'actingFor') return ACTING_FOR.flatMap((one) => (one === value ? [m.acting[one]] : [])).join('')
  if (value === 'bring') return m.bring
  const question = draft.procedure.questions.find((one) => name === `answers.${one.name}`)
  const choice = question?.choices.find((one) => one.value === value)
  if (choice) return choice.label[language]
  const words: Readonly<Record<string, string>> = {
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
      forgetPending(draftId)
      void forgetFilesOf(draftId).then(() => location.assign('/ho-so-cua-toi'))
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
