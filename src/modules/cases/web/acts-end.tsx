import { Group, SimpleGrid, Text } from '@mantine/core'
import { type Day, startOfDay } from '#kernel/calendar.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { OUTCOMES, RETURN_WAYS } from '../domain/words.ts'
import { ActForm, type ActProps } from './act-form.tsx'
import { en } from './act-messages.en.ts'
import { vi } from './act-messages.vi.ts'
import { LateReasonField } from './late-reason-field.tsx'
import { useProcedure } from './procedure-source.ts'
import { ScanButton } from './scan-button.tsx'
import { outcomeWords, returnWayWords } from './words.ts'

type ResultDraft = {
  readonly number: string
  readonly file: { readonly id: string; readonly name: string } | null
}

/** Grants or rejects, with the results of the procedure and, when it is late, why. */
export function DecideAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { found } = useProcedure(props.one.procedureCode)
  const written = found?.content.results.filter((result) => result.written) ?? []
  const isLate = props.one.minutesLeft !== null && props.one.minutesLeft < 0
  return (
    <ActForm
      {...props}
      act="decide"
      contract={contract.decideCase}
      start={{
        outcome: 'granted' as string | null,
        results: {} as Readonly<Record<string, ResultDraft>>,
        note: '',
        lateReason: '',
      }}
      input={({ outcome, results, note, lateReason }, on) => ({
        ...on,
        outcome: outcome === 'rejected' ? ('rejected' as const) : ('granted' as const),
        note,
        ...(isLate && lateReason && { lateReason }),
        results: Object.entries(results)
          .filter(([, { number, file }]) => number.trim() !== '' || file !== null)
          .map(([code, { number, file }]) => ({ code, number: number.trim() || null, fileId: file?.id ?? null })),
      })}
    >
      {(form) => (
        <>
          <ChoiceField
            {...form.field('outcome')}
            label={m.outcome}
            options={OUTCOMES.map((value) => ({ value, label: say(outcomeWords[value]) }))}
          />
          {form.value.outcome === 'granted' &&
            written.map(({ code, name }) => {
              const draft = form.value.results[code] ?? { number: '', file: null }
              const set = (fields: Partial<ResultDraft>) =>
                form.change({ results: { ...form.value.results, [code]: { ...draft, ...fields } } })
              return (
                <Group key={code} align="flex-end" gap="xs">
                  <div style={{ flex: 1 }}>
                    <TextField
                      label={m.resultNumber(say(name))}
                      hint={m.resultHint}
                      value={draft.number}
                      onChange={(number) => set({ number })}
                      maxLength={60}
                    />
                  </div>
                  <ScanButton name={say(name)} file={draft.file} onChange={(file) => set({ file })} />
                </Group>
              )
            })}
          {isLate && (
            <>
              <Text size="sm">{m.lateNow}</Text>
              <LateReasonField {...form.field('lateReason')} label={m.lateReason} required />
            </>
          )}
          <ParagraphField
            {...form.field('note')}
            label={form.value.outcome === 'rejected' ? m.rejectedNote : m.note}
            required={form.value.outcome === 'rejected'}
            rows={2}
          />
        </>
      )}
    </ActForm>
  )
}

/** Form 04: an apology, and a new moment in working time. */
export function ExtendAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="extend"
      contract={contract.extendCase}
      start={{ newDueAt: null as Day | null, time: '17:00', reason: '', lateReason: '' }}
      input={({ newDueAt, time, reason, lateReason }, on) => ({
        ...on,
        newDueAt: newDueAt ? momentOf(newDueAt, time) : '',
        reason,
        lateReason,
      })}
    >
      {(form) => (
        <>
          <Text size="sm" c="dimmed">
            {m.extendOnce}
          </Text>
          <SimpleGrid cols={2}>
            <DateField {...form.field('newDueAt')} label={m.newDay} required />
            <TextField {...form.field('time')} label={m.newTime} maxLength={5} placeholder="17:00" />
          </SimpleGrid>
          <LateReasonField {...form.field('lateReason')} label={m.lateReason} required />
          <ParagraphField {...form.field('reason')} label={m.reason} required />
        </>
      )}
    </ActForm>
  )
}

/** An office day and time as an instant; a time that cannot be read is the end of the afternoon. */
function momentOf(day: Day, time: string): string {
  const [, hours = '17', minutes = '00'] = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/.exec(time.trim()) ?? []
  return new Date(startOfDay(day).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString()
}

export function StopAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="stop"
      contract={contract.stopCase}
      start={{ decision: '', finance: 'keep' as string | null, reason: '' }}
      input={({ decision, finance, reason }, on) => ({
        ...on,
        decision,
        reason,
        finance: finance === 'refund' ? ('refund' as const) : ('keep' as const),
      })}
    >
      {(form) => (
        <>
          <TextField {...form.field('decision')} label={m.decision} required maxLength={200} />
          {props.one.paidVnd > 0 && (
            <ChoiceField
              {...form.field('finance')}
              label={m.finance}
              options={[
                { value: 'keep', label: m.keep },
                { value: 'refund', label: m.refund },
              ]}
            />
          )}
          <ParagraphField {...form.field('reason')} label={m.reason} required />
        </>
      )}
    </ActForm>
  )
}

export function ReturnAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <ActForm
      {...props}
      act="return"
      contract={contract.returnResult}
      start={{ way: (props.one.returnWay ?? 'desk') as string | null, receiver: props.one.subjectName, note: '' }}
      input={({ way, receiver, note }, on) => ({
        ...on,
        way: RETURN_WAYS.find((one) => one === way) ?? 'desk',
        receiver: receiver.trim() || null,
        note,
      })}
    >
      {(form) => (
        <>
          <ChoiceField
            {...form.field('way')}
            label={m.way}
            options={RETURN_WAYS.map((value) => ({ value, label: say(returnWayWords[value]) }))}
          />
          <TextField {...form.field('receiver')} label={m.receiver} maxLength={200} />
          <ParagraphField {...form.field('note')} label={m.note} rows={2} />
        </>
      )}
    </ActForm>
  )
}

export function LateReasonAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="give-late-reason"
      contract={contract.giveLateReason}
      start={{ lateReason: props.one.lateReason ?? '', note: '' }}
      input={(values, on) => ({ ...on, ...values })}
    >
      {(form) => (
        <>
          <LateReasonField {...form.field('lateReason')} label={m.lateReason} required />
          <ParagraphField {...form.field('note')} label={m.note} rows={2} />
        </>
      )}
    </ActForm>
  )
}
