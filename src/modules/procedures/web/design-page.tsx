import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useAddress, usePathPart } from '#ui/address.ts'
import { call, isCallProblem } from '#ui/call.ts'
import { useLabel } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { same } from '../domain/compare.ts'
import type { ProcedureAnswer } from './answers.ts'
import { shown, straight } from './board.ts'
import { Designer } from './designer.tsx'
import { useDesignTexts, useTexts } from './texts.ts'
import { UnitField } from './units.tsx'
import { defaultName } from './use-designing.ts'
import { useDrawing } from './use-drawing.ts'

const Address = z.object({ from: z.string().optional(), unit: z.string().optional() })
const BEGINNING = ['start', 'work', 'approve', 'return', 'end'] as const

/** Where processes are drawn: the draft for everywhere or for a unit, begun from what is in use or from a plain one. */
export function DesignPage() {
  const [d, t] = [useDesignTexts(), useTexts()]
  const say = useLabel()
  const code = usePathPart('code')
  const [{ from, unit }] = useAddress(Address)
  const query = useOperation(contract.getProcedure, { code })
  return (
    <Page
      title={d.title}
      width="full"
      lead={
        <>
          {query.data && <strong>{say(query.data.version.name)}. </strong>}
          {d.lead}
        </>
      }
      trail={[
        { label: t.catalogue, to: '/procedures' },
        { label: code, to: `/procedures/${code}?tab=processes` },
        { label: d.title },
      ]}
    >
      <Loaded query={query} lines={12}>
        {(answer) => <Begun key={`${code} ${unit ?? ''}`} answer={answer} from={from} unitId={unit ?? null} />}
      </Loaded>
    </Page>
  )
}

type BegunProps = {
  readonly answer: ProcedureAnswer
  readonly from: string | undefined
  readonly unitId: string | null
}

const isOf = (unitId: string | null) => (head: contract.ProcessHead) => (head.unit?.id ?? null) === unitId

/** What is drawn on: the draft there is, else the process asked for or in use, else a plain one. */
function Begun({ answer, from, unitId }: BegunProps) {
  const [begun] = useState(() => {
    const own = answer.processes.filter(isOf(unitId))
    const draft = own.find(({ state }) => state === 'draft')
    const inUse = own.find(({ state }) => state === 'published')
    return { id: draft?.id ?? from ?? inUse?.id ?? null, draft }
  })
  const query = useOperation(contract.getProcess, begun.id === null ? null : { id: begun.id })
  const given = { answer, unitId, draft: begun.draft }
  if (begun.id === null) return <Drawn {...given} start={straight(BEGINNING, defaultName)} />
  return <Loaded query={query}>{({ process }) => <Drawn {...given} start={shown(process)} />}</Loaded>
}

type DrawnProps = Omit<BegunProps, 'from'> & {
  readonly draft: contract.ProcessHead | undefined
  readonly start: contract.Process
}

function Drawn({ answer: { code, content }, unitId, draft, start }: DrawnProps) {
  const d = useDesignTexts()
  const [, setAddress] = useAddress(Address)
  const drawing = useDrawing(start)
  const [note, setNote] = useState(draft?.note ?? '')
  const saving = useSaving({ code, unitId, draft, start, note, process: drawing.process })
  const { isDirty, problem } = saving
  return (
    <Stack gap="md">
      {saving.isConflict ? (
        <Alert color="warning" role="alert" title={d.conflict}>
          <Group>
            <Button onClick={() => void saving.catchUp()}>{d.keepMine}</Button>
            <Button variant="default" onClick={() => void saving.catchUp(drawing.replace)}>
              {d.takeTheirs}
            </Button>
          </Group>
        </Alert>
      ) : (
        problem !== null && <ProblemAlert problem={problem} />
      )}
      <Designer drawing={drawing} content={content} />
      <Group grow preventGrowOverflow={false} align="flex-start">
        <UnitField
          label={d.unit}
          placeholder={d.everywhere}
          unitId={unitId}
          disabled={isDirty}
          onChange={(unit) => setAddress({ unit: unit ?? undefined, from: undefined })}
        />
        <ParagraphField label={d.note} rows={1} value={note} onChange={setNote} />
      </Group>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {isDirty ? d.unsaved : saving.id !== undefined ? d.allSaved : ''}
        </Text>
        <Group gap="xs">
          {saving.id !== undefined && (
            <LinkButton variant="default" to={`/procedures/${code}/processes/${saving.id}`}>
              {d.review}
            </LinkButton>
          )}
          <Button loading={saving.isBusy} onClick={() => void saving.save()}>
            {d.save}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

type SavingInput = Omit<DrawnProps, 'answer'> & {
  readonly code: string
  readonly process: contract.Process
  readonly note: string
}

function useSaving({ code, unitId, draft, start, process, note }: SavingInput) {
  const d = useDesignTexts()
  const toast = useToast()
  const [saved, setSaved] = useState({ process: start, revision: draft?.revision ?? null, id: draft?.id })
  const [problem, setProblem] = useState<unknown>(null)
  const change = useChange(contract.saveProcessDraft, {
    invalidates: [contract.getProcedure, contract.getProcess, contract.listProcesses],
  })
  const save = async () => {
    try {
      const input = { code, unitId, revision: saved.revision, process: finished(process), note }
      const { id, revision } = await change.mutateAsync(input)
      setSaved({ process, revision, id })
      setProblem(null)
      toast.good(d.saved)
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  /** Goes on from what is stored now, with the drawing as it is or with the one that is stored. */
  const catchUp = async (replace?: (process: contract.Process) => void) => {
    try {
      const { processes } = await call(contract.listProcesses, { code })
      const own = processes.filter(isOf(unitId))
      const stored = own.find(({ state }) => state === 'draft')
      const shownNow = stored ?? own.find(({ state }) => state === 'published')
      if (replace && shownNow) replace(shown((await call(contract.getProcess, { id: shownNow.id })).process))
      setSaved((had) => ({ ...had, revision: stored?.revision ?? null, id: stored?.id }))
      setProblem(null)
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return {
    save,
    catchUp,
    id: saved.id,
    isBusy: change.isPending,
    isDirty: !same(saved.process, process),
    problem,
    isConflict: isCallProblem(problem) && problem.body.code === 'procedures/draft-changed',
  }
}

/** English that was left empty says the Vietnamese, which is the language of record. */
function finished({ nodes, edges }: contract.Process): contract.Process {
  const whole = ({ vi, en }: { vi: string; en: string }) => ({ vi, en: en.trim() === '' ? vi : en })
  return {
    nodes: nodes.map((node) => ({ ...node, name: whole(node.name) })),
    edges: edges.map((edge) => ({ ...edge, label: edge.label && whole(edge.label) })),
  }
}
