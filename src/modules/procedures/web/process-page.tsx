import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { FindingsList } from '#ui/findings-list.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { shown, stepsInOrder } from './board.ts'
import { BoardView } from './board-view.tsx'
import { ProcessState } from './processes-tab.tsx'
import { StepsTable } from './steps-table.tsx'
import { useDesignTexts, useTexts } from './texts.ts'
import { TimeBar } from './time-bar.tsx'
import { useWords } from './use-words.ts'

type Answer = z.output<typeof contract.getProcess.output>
const TOPICS = [contract.CATALOGUE_TOPIC]

/** One version of a process: drawn and as a list, its times against the limit, what the check says, and publishing it. */
export function ProcessPage() {
  const [m, d] = [useTexts(), useDesignTexts()]
  const words = useWords()
  const [code, id] = [usePathPart('code'), usePathPart('processId')]
  const query = useOperation(contract.getProcess, { id }, { topics: TOPICS })
  const head = query.data?.head
  return (
    <Page
      title={head ? `${d.view} · ${words.version(head)}` : d.view}
      width="full"
      lead={head && <Lead head={head} />}
      trail={[
        { label: m.catalogue, to: '/procedures' },
        { label: code, to: `/procedures/${code}?tab=processes` },
        { label: d.view },
      ]}
      actions={query.data && <Actions answer={query.data} />}
    >
      <Loaded query={query} lines={12}>
        {(answer) => <Shown answer={answer} />}
      </Loaded>
    </Page>
  )
}

function Lead({ head }: { readonly head: contract.ProcessHead }) {
  const m = useTexts()
  return (
    <Group gap="xs">
      <ProcessState head={head} />
      <span>
        {head.unit?.name ?? m.everywhere} · {m.changed} {formatMoment(head.changedAt)}
      </span>
    </Group>
  )
}

function Shown({ answer }: { readonly answer: Answer }) {
  const [m, d] = [useTexts(), useDesignTexts()]
  const procedure = useOperation(contract.getProcedure, { code: answer.code }, { topics: TOPICS })
  const questions = procedure.data?.content.questions ?? []
  const process = shown(answer.process)
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="80ch">
        {m.processLead} {answer.head.note}
      </Text>
      <BoardView
        process={process}
        questions={questions}
        selected={selected}
        onSelect={setSelected}
        findings={answer.findings}
      />
      <Section title={d.times}>
        <TimeBar hours={answer.hours} limitHours={answer.limitHours} />
      </Section>
      <Section title={`${d.list} (${formatNumber(process.nodes.length)})`} flush>
        <StepsTable steps={stepsInOrder(process)} edges={process.edges} questions={questions} />
      </Section>
      <Section title={d.findings}>
        <FindingsList
          findings={answer.findings}
          way={({ place }) => (place === '' ? null : () => setSelected(place.replace('nodes.', '')))}
        />
      </Section>
    </Stack>
  )
}

function Actions({ answer: { code, head } }: { readonly answer: Answer }) {
  const d = useDesignTexts()
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null)
  const invalidates = [contract.getProcess, contract.getProcedure, contract.listProcesses]
  const publish = useChange(contract.publishProcess, { invalidates, onDone: () => toast.good(d.published) })
  const withdraw = useChange(contract.withdrawProcess, { invalidates, onDone: () => toast.good(d.withdrawn) })
  const close = { onSettled: () => setAsking(null) }
  return (
    <>
      {may('procedures:write') && (
        <LinkButton
          variant="default"
          to={`/procedures/${code}/design?from=${head.id}${head.unit ? `&unit=${head.unit.id}` : ''}`}
        >
          {d.design}
        </LinkButton>
      )}
      {head.state === 'published' && may('procedures:publish') && (
        <Button variant="default" onClick={() => setAsking('withdraw')}>
          {d.withdraw}
        </Button>
      )}
      {head.state === 'draft' && may('procedures:publish') && (
        <Button onClick={() => setAsking('publish')}>{d.publish}</Button>
      )}
      <ConfirmDialog
        opened={asking === 'publish'}
        title={d.publishTitle}
        body={
          <Stack gap="sm">
            {d.publishBody}
            {publish.isError && <ProblemAlert problem={publish.error} />}
          </Stack>
        }
        confirmLabel={d.publish}
        busy={publish.isPending}
        onClose={() => setAsking(null)}
        onConfirm={() => publish.mutate({ id: head.id, revision: head.revision }, { onSuccess: () => setAsking(null) })}
      />
      <ConfirmDialog
        opened={asking === 'withdraw'}
        title={d.withdrawTitle}
        body={d.withdrawBody}
        confirmLabel={d.withdraw}
        danger
        reason
        busy={withdraw.isPending}
        onClose={() => setAsking(null)}
        onConfirm={(reason) => withdraw.mutate({ id: head.id, reason }, { onError: toast.problem, ...close })}
      />
    </>
  )
}
