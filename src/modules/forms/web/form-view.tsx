import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import {
  type ComponentType,
  type FormEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Day } from '#kernel/calendar.ts'
import { call } from '#ui/call.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { listAddressUnits } from '../contract/filling.ts'
import type { Answers, AnswerValue } from '../domain/answer.ts'
import { compileForm } from '../domain/compile.ts'
import { type FormDefinition, type Step, say } from '../domain/definition.ts'
import type { MoveNotice } from '../domain/migrate.ts'
import { type Known, withKnown } from '../domain/submission.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { type FileTaking, type Filling, FillingContext, type LoadUnits } from './form-context.ts'
import { FormFrame, isLong, StepFields } from './form-frame.tsx'
import { createFormStore, type FormStore } from './form-store.ts'
import { errorsOf, type Gap, gapAtFirst, Removed, Summary } from './form-summary.tsx'

/** For what happens to an answer outside of the form. */
export type FormHandle = {
  /** Shows another answer; whoever keeps the draft knows of it already. */
  readonly put: (name: string, value: unknown) => void
}

type FormViewProps = {
  readonly definition: FormDefinition
  /** Where the person stands; read once. Give another `key` to begin anew. */
  readonly answers?: Answers
  readonly today: Day
  /** One page per step, or everything at once. */
  readonly layout?: 'steps' | 'whole'
  /** What is known of the applicant: offered in fields that say so; and who vouches for what of it, said beside each answer that is the same. */
  readonly known?: Known
  readonly vouched?: Filling['vouched']
  /** Of a draft brought to a new version: what changed, at each field. */
  readonly notices?: readonly MoveNotice[]
  /** After each change: what to keep of a draft. `answers` holds everything that was typed, also what is hidden at the moment. */
  readonly onChange?: (answers: Answers, changed: string) => void
  /** The step to begin with; read once. */
  readonly startStep?: string
  readonly onStep?: (step: string) => void
  /** The steps are pages of something larger, which leads from one to the next: one is shown, without buttons and count of the form's own. */
  readonly walk?: {
    readonly step: string
    /** For a button outside that sends the step: `form={formId}`. */
    readonly formId: string
    /** What is wrong in the step is said at once. */
    readonly reveal?: boolean
    /** Sent, and nothing is wrong in it. */
    readonly onDone: () => void
    /** The answer is on its way: going on does not wait for it. */
    readonly isAwaited?: (name: string) => boolean
    /** Which steps are asked over the answers, whenever that changes. */
    readonly onSteps?: (steps: readonly string[]) => void
  }
  /** Asked for when nothing is wrong any more: what to hand in, without what is hidden. */
  readonly onSubmit?: (values: Readonly<Record<string, AnswerValue>>) => unknown
  readonly submitLabel?: string
  readonly busy?: boolean
  readonly problem?: unknown
  /** Takes files in, and puts them into their field by `ref` when they are kept; without it none can be put in. */
  readonly FileTaker?: ComponentType<FileTaking>
  readonly ref?: Ref<FormHandle>
  readonly loadUnits?: LoadUnits
}

const unitsOfServer: LoadUnits = async (search, { day, kind }) =>
  (await call(listAddressUnits, { search, day, kind, limit: 20 })).units

const NO_NOTICES: readonly MoveNotice[] = []

/** A form to be filled in. It keeps what is typed; whoever shows it keeps the draft. */
export function FormView(props: FormViewProps) {
  const { definition, answers = {}, today, known = {}, vouched, notices = NO_NOTICES } = props
  const [{ store, filled }] = useState(() => {
    const form = compileForm(definition)
    const start = withKnown(form, answers, known)
    const offered = Object.keys(start).filter((name) => start[name] !== answers[name])
    return { store: createFormStore(form, start, { today, units: null }), filled: new Set(offered) }
  })
  // What is given anew with each drawing of the page around it must not draw three hundred fields again.
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  // What was filled in from what is known is as good as typed: whoever keeps the draft is told of it.
  useEffect(() => {
    for (const name of filled) latest.current.onChange?.(store.answers(), name)
  }, [filled, store])
  const { FileTaker, ref } = props
  useImperativeHandle(ref, () => ({ put: (name, value) => store.set(name, value) }), [store])
  const filling = useMemo<Filling>(
    () => ({
      store,
      today,
      change(name, value) {
        store.set(name, value)
        latest.current.onChange?.(store.answers(), name)
      },
      loadUnits: (search, wanted) => (latest.current.loadUnits ?? unitsOfServer)(search, wanted),
      FileTaker,
      notices: new Map(notices.map((notice) => [notice.field, notice])),
      known: filled,
      vouched,
    }),
    [store, today, FileTaker, notices, filled, vouched],
  )
  return (
    <FillingContext value={filling}>
      <Pages key={props.walk?.step ?? ''} {...props} store={store} />
    </FillingContext>
  )
}

function Pages({ store, ...props }: FormViewProps & { readonly store: FormStore }) {
  const { layout = 'steps', onStep, onSubmit, submitLabel, busy = false, problem, notices = NO_NOTICES, walk } = props
  const { definition } = store.form
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  useSyncExternalStore(store.subscribe, store.outline)
  useTellSteps(store, walk?.onSteps)
  const steps = definition.steps.filter(({ code }) => store.evaluation().steps.includes(code))
  const [at, setAt] = useState<string | null>(walk?.step ?? props.startStep ?? null)
  const [gap, setGap] = useState<Gap>(() => gapAtFirst(store, walk))
  const place = Math.max(
    0,
    steps.findIndex(({ code }) => code === at),
  )
  const shown = layout === 'whole' ? steps : steps.slice(place, place + 1)
  const isLast = !walk && (layout === 'whole' || place === steps.length - 1)
  const title = useRef<HTMLHeadingElement>(null)
  const goTo = (step: Step | undefined) => {
    setAt(step?.code ?? null)
    setGap({ names: [], attempt: 0 })
    if (step) onStep?.(step.code)
    requestAnimationFrame(() => title.current?.focus())
  }
  const [{ names: told }] = useState(gap)
  useEffect(() => store.reveal(told), [store, told])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = isLast ? steps : shown
    const names = asked.flatMap(({ fields }) => fields.map(({ name }) => name))
    store.reveal(names)
    const wrong = errorsOf(store, names).filter(({ path }) => !walk?.isAwaited?.(path))
    if (wrong.length > 0) {
      const first = asked.find(({ fields }) => fields.some(({ name }) => wrong[0]?.path.split('.')[0] === name))
      if (isLast && layout === 'steps' && first) setAt(first.code)
      setGap(({ attempt }) => ({ names, attempt: attempt + 1 }))
    } else if (walk) walk.onDone()
    else if (isLast) onSubmit?.(Object.fromEntries(store.evaluation().values))
    else goTo(steps[place + 1])
  }
  const ownId = useId()
  const frame = { id: walk?.formId ?? ownId, isSplit: isLong(shown.flatMap(({ fields }) => fields)), onSubmit: submit }
  return (
    <FormFrame {...frame}>
      <Stack gap="md">
        {definition.demonstration && (!walk || place === 0) && <StatusChip tone="info">{m.demonstration}</StatusChip>}
        {place === 0 && say(definition.intro, language) && (
          <Text style={{ whiteSpace: 'pre-line' }}>{say(definition.intro, language)}</Text>
        )}
        {!walk && notices.some(({ what }) => what === 'removed') && <Removed notices={notices} />}
        {!walk && layout === 'steps' && steps.length > 1 && (
          <div>
            <Text size="sm" c="dimmed" mb={4}>
              {m.step(place + 1, steps.length)}
            </Text>
            <Progress
              value={((place + 1) / steps.length) * 100}
              size="sm"
              aria-label={m.step(place + 1, steps.length)}
            />
          </div>
        )}
        <Summary store={store} gap={gap} />
        {Boolean(problem) && <ProblemAlert problem={problem} />}
        {shown.map((step, index) => (
          <Stack gap="md" key={step.code} component="section">
            {!walk && (
              <Title order={2} size="h3" tabIndex={-1} ref={index === 0 ? title : null}>
                {say(step.title, language)}
              </Title>
            )}
            {say(step.hint, language) && <Text c="dimmed">{say(step.hint, language)}</Text>}
            <StepFields step={step} frame={frame} />
          </Stack>
        ))}
        {!walk && (
          <Group justify="space-between" mt="xs">
            {layout === 'steps' && place > 0 ? (
              <Button variant="default" onClick={() => goTo(steps[place - 1])} disabled={busy}>
                {m.back}
              </Button>
            ) : (
              <span />
            )}
            {(!isLast || onSubmit) && (
              <Button type="submit" loading={busy} form={frame.id}>
                {isLast ? (submitLabel ?? m.submit) : m.next}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </FormFrame>
  )
}

/** Tells outside which steps are asked; once at the beginning, and whenever an answer changes it. */
function useTellSteps(store: FormStore, onSteps: ((steps: readonly string[]) => void) | undefined): void {
  const asked = useSyncExternalStore(store.subscribe, () => store.evaluation().steps.join(' '))
  const tell = useRef(onSteps)
  useLayoutEffect(() => {
    tell.current = onSteps
  })
  useEffect(() => tell.current?.(asked.split(' ')), [asked])
}
