import { Alert, Button, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FindingsList } from '#ui/findings-list.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { formatDay } from '#ui/moment.ts'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import type { ProcedureAnswer } from './answers.ts'
import { useEditorTexts, useTexts } from './texts.ts'

const CHANGED = [contract.getProcedure, contract.listProcedures, contract.listPublicationFacts]

type Props = {
  readonly answer: ProcedureAnswer
  readonly inForce: ProcedureAnswer | null
  /** Only what is stored can be published. */
  readonly isSaved: boolean
}
type Act = 'publish' | 'abolish'
type Published = z.output<typeof contract.publishVersion.output>

/** Publishing the draft and abolishing the procedure, each with its decision, and what came of it. */
export function DraftActs({ answer, inForce, isSaved }: Props) {
  const m = useEditorTexts()
  const may = useMay()
  const [open, setOpen] = useState<Act | null>(null)
  const [done, setDone] = useState<Published | null>(null)
  if (!may('procedures:publish')) return null
  const close = () => setOpen(null)
  const finish = (published: Published) => {
    setDone(published)
    close()
  }
  return (
    <>
      {inForce && (
        <Button variant="default" onClick={() => setOpen('abolish')}>
          {m.abolish}
        </Button>
      )}
      <Button
        variant="default"
        disabled={!isSaved}
        title={isSaved ? undefined : m.saveFirst}
        onClick={() => setOpen('publish')}
      >
        {m.publish}
      </Button>
      <Dialog opened={open !== null} onClose={close} title={open === 'abolish' ? m.abolishTitle : m.publishTitle}>
        {open !== null && <ActForm act={open} answer={answer} onDone={finish} onCancel={close} />}
      </Dialog>
      <Dialog opened={done !== null} onClose={() => setDone(null)} title={m.publishTitle}>
        {done && <Outcome published={done} code={answer.code} />}
      </Dialog>
    </>
  )
}

type ActProps = {
  readonly act: Act
  readonly answer: ProcedureAnswer
  readonly onDone: (published: Published) => void
  readonly onCancel: () => void
}

const ANNOUNCERS = contract.ANNOUNCERS

function ActForm({ act, answer, onDone, onCancel }: ActProps) {
  const [m, t] = [useEditorTexts(), useTexts()]
  const { code, version, versions } = answer
  const [today] = useState(() => dayAt(new Date()))
  const isFirst = versions.every(({ state }) => state === 'draft')
  const publish = useChange(contract.publishVersion)
  const abolish = useChange(contract.abolishProcedure)
  const form = useForm({
    start: {
      number: version.decision?.number ?? '',
      on: (version.decision?.on ?? null) as Day | null,
      announcer: 'province' as string | null,
      kind: (isFirst ? 'new' : 'amended') as string | null,
      from: today as Day | null,
    },
    names: { 'decision.number': 'number', 'decision.on': 'on', validFrom: 'from' },
    send: async ({ number, on, announcer, kind, from }) => {
      const decision = {
        number,
        on: on ?? '',
        announcer: ANNOUNCERS.find((one) => one === announcer) ?? ANNOUNCERS[0],
      }
      const published =
        act === 'abolish'
          ? await abolish.mutateAsync({ code, decision, from: from ?? '' })
          : await publish.mutateAsync({
              code,
              revision: version.revision,
              decision: { ...decision, kind: kind === 'new' ? 'new' : 'amended' },
              validFrom: from ?? '',
            })
      onDone(published)
    },
  })
  return (
    <Form form={form} submitLabel={act === 'abolish' ? m.abolish : m.publish} onCancel={onCancel}>
      <Text size="sm">{act === 'abolish' ? m.abolishLead : m.publishLead}</Text>
      <TextField {...form.field('number')} label={m.decisionNumber} required />
      <DateField {...form.field('on')} label={m.decisionOn} required />
      {act === 'publish' && (
        <SelectField
          {...form.field('kind')}
          label={m.decisionKind}
          options={(['new', 'amended'] as const).map((kind) => ({ value: kind, label: t.decisionKinds[kind] }))}
        />
      )}
      <SelectField
        {...form.field('announcer')}
        label={m.announcer}
        options={ANNOUNCERS.map((value) => ({ value, label: t.announcers[value] }))}
      />
      <DateField {...form.field('from')} label={act === 'abolish' ? m.abolishFrom : m.from} required />
    </Form>
  )
}

function Outcome({ published, code }: { readonly published: Published; readonly code: string }) {
  const [m, t] = [useEditorTexts(), useTexts()]
  const say = useLabel()
  const { version, onTime, dueOn, late, warnings } = published
  const client = useQueryClient()
  // Only when the outcome has been read: there is no draft any more, and the page becomes another one.
  useEffect(
    () => () => {
      for (const { id } of CHANGED) void client.invalidateQueries({ queryKey: [id] })
    },
    [client],
  )
  return (
    <Stack gap="md">
      <Alert color={onTime ? 'good' : 'warning'} title={version.state === 'abolished' ? m.abolished : m.published}>
        {late ? say(late) : m.inTime(formatDay(dueOn))}
      </Alert>
      {warnings.length > 0 && (
        <>
          <Text fw={600}>{m.warnings}</Text>
          <FindingsList findings={warnings} />
        </>
      )}
      <LinkButton to={`/procedures/${code}`}>{t.open}</LinkButton>
    </Stack>
  )
}
