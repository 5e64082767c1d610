import { List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import type { Answers } from '../domain/answers.ts'
import { AnswerFields } from './answer-fields.tsx'
import type { ProcedureAnswer } from './answers.ts'
import { shown, wayOf } from './board.ts'
import { BoardView } from './board-view.tsx'
import { useDesignTexts, useTexts } from './texts.ts'
import { useWords } from './use-words.ts'

const TOPICS = [contract.CATALOGUE_TOPIC]

/** What a case of certain answers is asked, and the way it takes: to try, nothing is stored. */
export function TryPage() {
  const m = useTexts()
  const say = useLabel()
  const code = usePathPart('code')
  const query = useOperation(contract.getProcedure, { code }, { topics: TOPICS })
  const name = query.data && say(query.data.version.name)
  return (
    <Page
      title={m.tryTitle}
      lead={
        <>
          {name && <strong>{name}. </strong>}
          {m.tryLead}
        </>
      }
      width="full"
      trail={[
        { label: m.catalogue, to: '/procedures' },
        { label: code, to: `/procedures/${code}` },
        { label: m.tryOut },
      ]}
    >
      <Loaded query={query}>{(answer) => <Trying answer={answer} />}</Loaded>
    </Page>
  )
}

function Trying({ answer }: { readonly answer: ProcedureAnswer }) {
  const m = useTexts()
  const { code, content, processes } = answer
  const [answers, setAnswers] = useState<Answers>({})
  const preview = useOperation(contract.previewCase, { code, answers }, { topics: TOPICS, keepPrevious: true })
  const inUse = processes.find(({ state, unit }) => state === 'published' && unit === null)
  return (
    <Stack gap="md">
      <Section title={m.answers}>
        {content.questions.length === 0 ? (
          <Text>{m.noQuestions}</Text>
        ) : (
          <AnswerFields questions={content.questions} answers={answers} onChange={setAnswers} />
        )}
      </Section>
      <Loaded query={preview}>
        {(asked) => (
          <>
            <Asked asked={asked} />
            {inUse && <Way id={inUse.id} answers={answers} questions={content.questions} />}
          </>
        )}
      </Loaded>
    </Stack>
  )
}

type Preview = NonNullable<
  ReturnType<typeof useOperation<typeof contract.previewCase.input, typeof contract.previewCase.output>>['data']
>

function Asked({ asked: { papers, fees, totalVnd, term } }: { readonly asked: Preview }) {
  const m = useTexts()
  const say = useLabel()
  const words = useWords()
  const unit = contract.TIME_UNITS.find((one) => one === term.unit) ?? 'working-days'
  return (
    <>
      <Section title={`${m.papers} (${formatNumber(papers.length)})`}>
        <List spacing={4}>
          {papers.map(({ code, name, required, legalBasis }) => (
            <List.Item key={code}>
              {say(name)}
              <Text span size="sm" c="dimmed">
                {' · '}
                {required ? m.required : m.optional}
                {legalBasis !== null && ` · ${legalBasis}`}
              </Text>
            </List.Item>
          ))}
        </List>
        {papers.length === 0 && <Text>{m.noPapers}</Text>}
      </Section>
      <Section title={m.fees}>
        <Facts
          columns={1}
          facts={[
            ...fees.map((fee) => ({
              label: say(fee.name),
              value: (
                <>
                  {m.vnd(formatNumber(fee.dueVnd))}
                  <Text size="sm" c="dimmed">
                    {[
                      fee.exemption && m.exemptionApplied(say(fee.exemption.who), formatNumber(fee.exemption.percent)),
                      ...fee.possible.map((one) => m.exemptionPossible(say(one.who), formatNumber(one.percent))),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </>
              ),
            })),
            { label: m.totalFee, value: <strong>{m.vnd(formatNumber(totalVnd))}</strong> },
            { label: m.terms, value: <strong>{words.term({ amount: term.amount, unit })}</strong> },
          ]}
        />
      </Section>
    </>
  )
}

type WayProps = Pick<Parameters<typeof AnswerFields>[0], 'answers' | 'questions'> & { readonly id: string }

function Way({ id, answers, questions }: WayProps) {
  const m = useTexts()
  const d = useDesignTexts()
  const say = useLabel()
  const query = useOperation(contract.getProcess, { id }, { topics: TOPICS })
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <Section title={m.way}>
      <Loaded query={query}>
        {({ process }) => {
          const way = wayOf(process, answers, questions)
          const named = way.flatMap((step) => process.nodes.filter((node) => node.id === step))
          return (
            <Stack gap="md">
              <BoardView
                process={shown(process)}
                questions={questions}
                way={way}
                selected={selected}
                onSelect={setSelected}
              />
              <List type="ordered" spacing={2} aria-label={m.way}>
                {named.map(({ id: step, name, kind }) => (
                  <List.Item key={step}>
                    {say(name)}{' '}
                    <Text span size="sm" c="dimmed">
                      {d.kinds[kind]}
                    </Text>
                  </List.Item>
                ))}
              </List>
            </Stack>
          )
        }}
      </Loaded>
    </Section>
  )
}
