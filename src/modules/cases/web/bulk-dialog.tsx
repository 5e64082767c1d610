import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { actOnMany, type CaseSummary, countCases, getCase, listCases } from '../contract.ts'
import { OUTCOMES, RETURN_WAYS } from '../domain/words.ts'
import { AssigneeField } from './assignee-field.tsx'
import { LateReasonField } from './late-reason-field.tsx'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'
import { ManyDialog } from './many-results.tsx'
import { actButtons, actWords, outcomeWords, returnWayWords } from './words.ts'

export type BulkAct = 'receive' | 'assign' | 'forward' | 'decide' | 'return'

type Props = {
  readonly act: BulkAct
  readonly cases: readonly CaseSummary[]
  /** `true`: something was done. */
  readonly onClose: (isDone: boolean) => void
}

type Fields = {
  readonly assigneeId: string | null
  readonly outcome: (typeof OUTCOMES)[number]
  readonly way: (typeof RETURN_WAYS)[number]
  readonly lateReason: string
  readonly note: string
}
const START: Fields = { assigneeId: null, outcome: 'granted', way: 'desk', lateReason: '', note: '' }

/** One act on many cases: what it needs is asked once; afterwards each that was refused is explained. */
export function BulkDialog({ act, cases, onClose }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [fields, setFields] = useState(START)
  const send = useChange(actOnMany, { invalidates: [listCases, countCases, getCase] })
  const late = cases.filter(({ minutesLeft }) => minutesLeft !== null && minutesLeft < 0).length
  const needsLateReason = act === 'decide' && late > 0
  const isReady =
    (act !== 'assign' || fields.assigneeId !== null) &&
    (!needsLateReason || fields.lateReason !== '') &&
    (act !== 'decide' || fields.outcome === 'granted' || fields.note.trim().length >= 3)
  const onSend = () =>
    send.mutate({
      act,
      cases: cases.map(({ id, version }) => ({ caseId: id, version })),
      outcome: fields.outcome,
      way: fields.way,
      note: fields.note,
      ...(act === 'assign' && fields.assigneeId && { assigneeId: fields.assigneeId }),
      ...(needsLateReason && { lateReason: fields.lateReason }),
    })
  const nameOf = (caseId: string) => {
    const one = cases.find(({ id }) => id === caseId)
    return one?.code ?? one?.subjectName
  }
  const name = m.doAct(say(actButtons[act] ?? actWords[act]), formatNumber(cases.length))
  return (
    <ManyDialog
      title={name}
      answer={send.data}
      nameOf={nameOf}
      onCancel={() => onClose(false)}
      onClose={() => onClose(true)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) onSend()
        }}
      >
        <Stack>
          {send.error && <ProblemAlert problem={send.error} />}
          <ActFields act={act} fields={fields} cases={cases} onChange={(some) => setFields({ ...fields, ...some })} />
          {needsLateReason && (
            <>
              <Text size="sm">{m.lateSome(formatNumber(late))}</Text>
              <LateReasonField
                label={m.lateReason}
                required
                value={fields.lateReason}
                onChange={(lateReason) => setFields({ ...fields, lateReason })}
              />
            </>
          )}
          <ParagraphField
            label={act === 'decide' && fields.outcome === 'rejected' ? m.rejectedNote : m.note}
            required={act === 'decide' && fields.outcome === 'rejected'}
            value={fields.note}
            onChange={(note) => setFields({ ...fields, note })}
            rows={2}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={send.isPending} disabled={!isReady}>
              {name}
            </Button>
          </Group>
        </Stack>
      </form>
    </ManyDialog>
  )
}

type FieldsProps = {
  readonly act: BulkAct
  readonly fields: Fields
  readonly cases: readonly CaseSummary[]
  readonly onChange: (fields: Partial<Fields>) => void
}

function ActFields({ act, fields, cases, onChange }: FieldsProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  if (act === 'assign')
    return (
      <AssigneeField
        label={m.assignee}
        unitId={cases[0]?.unit.unitId ?? null}
        othersNeed="cases:steer"
        value={fields.assigneeId}
        onChange={(assigneeId) => onChange({ assigneeId })}
      />
    )
  if (act === 'decide')
    return (
      <ChoiceField
        label={m.outcome}
        value={fields.outcome}
        onChange={(outcome) => onChange({ outcome: outcome === 'rejected' ? 'rejected' : 'granted' })}
        options={OUTCOMES.map((value) => ({ value, label: say(outcomeWords[value]) }))}
      />
    )
  if (act === 'return')
    return (
      <ChoiceField
        label={m.returnWay}
        value={fields.way}
        onChange={(way) => onChange({ way: RETURN_WAYS.find((one) => one === way) ?? 'desk' })}
        options={RETURN_WAYS.map((value) => ({ value, label: say(returnWayWords[value]) }))}
      />
    )
  return null
}
