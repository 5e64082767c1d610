import { Button, Group, Kbd, Stack } from '@mantine/core'
import { IconArrowRight, IconPrinter } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { receiveNewCase } from '#modules/cases/contract.ts'
import { type IntakeDraft, loadIntakeParts } from '#modules/cases/web/index.tsx'
import type { ProcedureContent } from '#modules/procedures/contract.ts'
import { useAddress } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkButton, useGoTo } from '#ui/link.tsx'
import { Page, Section } from '#ui/page.tsx'
import classes from './counter.module.css'
import { faultsOf } from './faults.ts'
import { type KeptItem, type OpenCounter } from './kept.ts'
import { offlineSource } from './offline-source.ts'
import { changed, type Shown, send, useCounter } from './state.ts'
import { correct, NO_NUMBERS, take } from './taking.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useOpening } from './use-opening.ts'
import { useCounterWords } from './use-words.ts'

const {
  checkParty,
  emptyDraft,
  IntakeForm,
  IntakeSourceContext,
  intakeInput,
  missingPapers,
  nextDraft,
  useIntakeDraft,
} = await loadIntakeParts()

const Address = z.object({ item: z.uuid().optional() })

/** After these the old number no longer holds, and the item goes on under a new one. */
const NEEDS_NUMBER: readonly string[] = [
  'counter/lease-revoked',
  'counter/number-not-leased',
  'counter/number-given-back',
  'counter/number-taken',
  'counter/taken-outside-lease',
  'counter/no-lease',
  'counter/no-device',
]

/** Takes a case at the counter, with or without a network: it is kept here until the server has received it. */
export function CounterIntakePage() {
  const m = useCounterWords()
  const { counter, items } = useCounter()
  const [{ item }] = useAddress(Address)
  useOpening()
  const corrected = items.find((one) => one.item.id === item)
  const isReady = counter !== null && (item === undefined || corrected !== undefined)
  return (
    <Page
      title={m.intakeTitle}
      lead={m.intakeLead}
      trail={[{ label: m.title, to: '/counter' }, { label: m.intakeTitle }]}
      width="full"
    >
      {isReady ? (
        <Taking key={item ?? 'new'} counter={counter} corrected={corrected ?? null} />
      ) : (
        <EmptyState title={m.closed} body={m.closedBody} action={<LinkButton to="/counter">{m.toQueue}</LinkButton>} />
      )}
    </Page>
  )
}

type Props = { readonly counter: OpenCounter; readonly corrected: Shown | null }

function Taking({ counter, corrected }: Props) {
  const m = useCounterWords()
  const goTo = useGoTo()
  const { draft, change, replace } = useIntakeDraft()
  const [kept, setKept] = useState<{ readonly item: KeptItem; readonly name: string } | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const source = useMemo(() => offlineSource(counter, { tooLarge: m.scanTooLarge }), [counter, m.scanTooLarge])
  const procedure = source.useProcedure(draft.procedureCode)
  const clearDraft = useKeptDraft(counter, draft, replace, corrected === null)
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    if (corrected?.inside.draft) replace(corrected.inside.draft)
  }, [corrected, replace])
  const keep = async (content: ProcedureContent) => {
    const fault = faultsOf(
      receiveNewCase.input,
      intakeInput(draft, content),
      checkParty,
      missingPapers(draft, content).length,
    )
    setProblem(fault)
    if (fault) return
    setBusy(true)
    try {
      const item = await store(counter, corrected, draft, content)
      if (!item)
        return setProblem(asProblem(corrected && !needsNumber(counter, corrected) ? SENT_MEANWHILE : NO_NUMBERS))
      await clearDraft()
      replace(corrected ? { ...emptyDraft, receivedUnitId: draft.receivedUnitId } : nextDraft(draft))
      await changed()
      void send()
      if (corrected) goTo('/counter')
      else setKept({ item, name: draft.subject.name })
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  if (kept) return <Kept {...kept} onNext={() => setKept(null)} />
  return (
    <IntakeSourceContext value={source}>
      <IntakeForm
        draft={draft}
        change={change}
        procedure={procedure}
        busy={busy}
        problem={problem}
        sendLabel={m.keep}
        onSend={({ content }) => void keep(content)}
      />
    </IntakeSourceContext>
  )
}

async function store(counter: OpenCounter, corrected: Shown | null, draft: IntakeDraft, content: ProcedureContent) {
  const taken = { draft, intake: intakeInput(draft, content), procedureName: content.name }
  if (!corrected) return take(counter, taken)
  return correct(counter, corrected.item, taken, needsNumber(counter, corrected))
}

const SENT_MEANWHILE = 'platform/changed-meanwhile'

function needsNumber(counter: OpenCounter, { item, inside }: Shown): boolean {
  return NEEDS_NUMBER.includes(inside.problem?.code ?? '') || item.deviceId !== counter.deviceId
}

/** A refusal of the counter itself, in the form in which those of the server come. */
function asProblem(code: string) {
  const body = { type: 'about:blank', title: 'rule-broken', status: 422, code }
  return Object.assign(new Error(code), { body, requestId: null })
}

type KeptProps = { readonly item: KeptItem; readonly name: string; readonly onNext: () => void }

/** What the citizen is told and given: a provisional number, never the word received. */
function Kept({ item, name, onNext }: KeptProps) {
  const m = useCounterWords()
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      onNext()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [onNext])
  return (
    <Section title={m.keptAs(name)}>
      <Stack>
        <div ref={heading} tabIndex={-1} className={classes.number}>
          <output>{item.provisional}</output>
        </div>
        <Group>
          <LinkButton to={`/counter/slips/${item.id}`} leftSection={<IconPrinter size={18} aria-hidden />}>
            {m.printSlip}
          </LinkButton>
          <Button
            variant="default"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            leftSection={<Kbd aria-hidden>n</Kbd>}
            onClick={onNext}
          >
            {m.next}
          </Button>
          <LinkButton to="/counter" variant="subtle">
            {m.toQueue}
          </LinkButton>
        </Group>
      </Stack>
    </Section>
  )
}
