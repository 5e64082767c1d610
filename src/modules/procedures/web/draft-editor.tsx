import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { isCallProblem } from '#ui/call.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { ProcedureContent } from '../contract.ts'
import { same } from '../domain/compare.ts'
import type { ProcedureAnswer } from './answers.ts'
import { DraftConflict } from './draft-conflict.tsx'
import { useFaultsOf } from './draft-faults.ts'
import { anchorOf, DraftContext, type Fault } from './draft-state.tsx'
import { EditBasics } from './edit-basics.tsx'
import { EditFees } from './edit-fees.tsx'
import { EditPapers } from './edit-papers.tsx'
import { EditQuestions } from './edit-questions.tsx'
import { EditLegalBasis, EditResults } from './edit-results.tsx'
import { EditTerms } from './edit-terms.tsx'
import { finishContent } from './finish-content.ts'
import { useEditorTexts } from './texts.ts'

type Props = {
  readonly start: ProcedureContent
  readonly isNew?: boolean
  /** Above the sections. */
  readonly head?: ReactNode
  readonly acts?: ReactNode
  readonly onDirty?: (isDirty: boolean) => void
  /** Stores the content, or throws what the server refused. */
  readonly onSave: (content: ProcedureContent) => Promise<void>
  /** What somebody else stored meanwhile, and going on from it. */
  readonly stored?: {
    readonly load: () => Promise<ProcedureAnswer>
    readonly take: (theirs: ProcedureAnswer) => void
  }
}

const SECTIONS = {
  basics: EditBasics,
  questions: EditQuestions,
  papers: EditPapers,
  fees: EditFees,
  terms: EditTerms,
  results: EditResults,
  legalBasis: EditLegalBasis,
} as const

/** A content as a form in sections: what is wrong stands beside its part, and nothing typed is ever lost to a conflict. */
export function DraftEditor({ start, isNew = false, head, acts, onDirty, onSave, stored }: Props) {
  const m = useEditorTexts()
  const draft = useDraftEditing({ start, isNew, onSave, onDirty })
  const { content, change, faults, isDirty } = draft
  const state = useMemo(() => ({ content, change, faults }), [content, change, faults])
  const isConflict = isCallProblem(draft.problem) && draft.problem.body.code === 'procedures/draft-changed'
  const sections = Object.entries(SECTIONS)
  return (
    <DraftContext value={state}>
      <Stack gap="md">
        {isConflict && stored ? (
          <DraftConflict
            mine={finishContent(content)}
            load={stored.load}
            onKeep={(theirs) => {
              stored.take(theirs)
              draft.clear()
            }}
            onTake={(theirs) => {
              stored.take(theirs)
              draft.replace(theirs.content)
            }}
          />
        ) : (
          draft.problem !== null && <ProblemAlert problem={draft.problem} />
        )}
        <ToMend faults={faults} refused={draft.refused} />
        {head}
        {sections.map(([name, Part]) => (
          <Section key={name} title={sectionTitle(name, m.sections)}>
            <Part />
          </Section>
        ))}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" aria-live="polite">
            {isDirty ? m.unsaved : isNew ? '' : m.allSaved}
          </Text>
          <Group gap="xs">
            {acts}
            <Button loading={draft.busy} onClick={() => void draft.save()}>
              {m.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </DraftContext>
  )
}

const sectionTitle = (name: string, titles: Readonly<Record<string, string>>) => titles[name] ?? name

type Editing = Pick<Props, 'start' | 'onSave'> & {
  readonly isNew: boolean
  readonly onDirty: Props['onDirty'] | undefined
}

function useDraftEditing({ start, isNew, onSave, onDirty }: Editing) {
  const faultsOf = useFaultsOf()
  const [content, setContent] = useState(start)
  const [saved, setSaved] = useState(start)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(0)
  const faults = faultsOf(finishContent(content), refused > 0 || !isNew)
  const isDirty = !same(content, saved)
  useEffect(() => {
    onDirty?.(isDirty)
    // The caller's function is another one with each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isDirty])
  const replace = (next: ProcedureContent) => {
    setContent(next)
    setSaved(next)
    setProblem(null)
  }
  const save = async () => {
    const finished = finishContent(content)
    const isWhole = ProcedureContent.safeParse(finished).success
    if (!isWhole) return setRefused((count) => count + 1)
    setBusy(true)
    try {
      await onSave(finished)
      replace(finished)
    } catch (thrown) {
      setProblem(thrown)
      setRefused((count) => count + 1)
    } finally {
      setBusy(false)
    }
  }
  return {
    content,
    faults,
    isDirty,
    problem,
    busy,
    refused,
    change: (fields: Partial<ProcedureContent>) => setContent((now) => ({ ...now, ...fields })),
    replace,
    clear: () => setProblem(null),
    save,
  }
}

type ToMendProps = { readonly faults: readonly Fault[]; readonly refused: number }

/** Everything to mend, each leading to its part; receives the focus when saving was refused. */
function ToMend({ faults, refused }: ToMendProps) {
  const m = useEditorTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused > 0) box.current?.focus()
  }, [refused])
  if (faults.length === 0) return null
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color={refused > 0 ? 'bad' : 'warning'}
      title={refused > 0 ? m.incomplete : m.toMendCount(formatNumber(faults.length))}
    >
      <List size="sm">
        {faults.slice(0, 12).map(({ place, text }, at) => (
          <List.Item key={`${place} ${at}`}>
            <Anchor href={`#${anchorOf(place)}`} inherit underline="always" onClick={goTo(place)}>
              {nameOf(place, m)}
            </Anchor>
            : {text}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function goTo(place: string) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault()
    const part = document.getElementById(anchorOf(place))
    part?.scrollIntoView({ block: 'center' })
    part?.querySelector<HTMLElement>('input, textarea')?.focus()
  }
}

function nameOf(place: string, m: ReturnType<typeof useEditorTexts>): string {
  const [list = '', index] = place.split('.')
  const parts: Readonly<Record<string, string>> = {
    papers: m.paper,
    fees: m.fee,
    terms: m.term,
    results: m.result,
    legalBasis: m.instrument,
    questions: m.question,
    name: m.name,
    fieldCode: m.field,
    levels: m.levels,
    applicants: m.applicants,
    channels: m.channels,
    steps: m.steps,
    requirements: m.requirements,
    sets: m.sets,
  }
  const name = parts[list] ?? list
  return index !== undefined && /^\d+$/.test(index) ? m.place(name, formatNumber(Number(index) + 1)) : name
}
