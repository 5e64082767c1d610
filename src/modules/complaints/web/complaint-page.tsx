import { Alert, List, Stack, Text } from '@mantine/core'
import { usePathPart } from '#ui/address.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useLanguage } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { type ComplaintDetail, complaintTopic, getComplaint } from '../contract.ts'
import { OUTCOME_WORDS, TOPIC_WORDS } from '../domain/words.ts'
import { AnswerSection } from './answer-section.tsx'
import { AssignButton } from './assign.tsx'
import { Files } from './complaint-files.tsx'
import { Due, Standing } from './complaints-page.tsx'
import { EnquirySection } from './enquiry-section.tsx'
import { HandOnButton } from './hand-on.tsx'
import { PublicationSection } from './publication-section.tsx'
import { type Texts, useTexts } from './texts.ts'

type Props = { readonly one: ComplaintDetail }

/** One complaint: what it says, until when it is answered and how that was counted, and its answer. */
export function ComplaintPage() {
  const m = useTexts()
  const complaintId = usePathPart('complaintId')
  const query = useOperation(getComplaint, { complaintId }, { topics: [complaintTopic(complaintId)] })
  const title = query.data?.number ?? m.title
  return (
    <Page
      title={title}
      trail={[{ label: m.title, to: '/complaints' }, { label: title }]}
      lead={query.data && <Standing of={query.data} />}
      actions={query.data && <Passing one={query.data} />}
    >
      <Loaded query={query} lines={8}>
        {(one) => (
          <>
            <Section title={m.text}>
              <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.text}</Text>
              <Files complaintId={one.id} files={one.files} />
              <About one={one} />
            </Section>
            <EnquirySection one={one} />
            <Way one={one} />
            <Counted one={one} />
            {one.involved && one.state === 'open' && (
              <Alert color="warning" role="note">
                {m.involved}
              </Alert>
            )}
            {one.answer !== null && <Answered one={one} />}
            {one.state === 'answered' && <PublicationSection one={one} />}
            {one.may.includes('answer') && <AnswerSection one={one} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Passing({ one }: Props) {
  return (
    <>
      {one.may.includes('assign') && <AssignButton one={one} />}
      {one.may.includes('hand-on') && <HandOnButton one={one} />}
    </>
  )
}

/** How it came here: who handed it on and why, and whom it was given to. */
function Way({ one }: Props) {
  const m = useTexts()
  if (one.acts.length === 0) return null
  return (
    <Section title={m.way}>
      <List type="ordered" spacing="xs">
        {one.acts.map((act) => (
          <List.Item key={`${act.at} ${act.act}`}>
            <Text>{actWords(act, m)}</Text>
            {(act.act === 'hand-on' || act.reason !== '') && (
              <Text style={{ whiteSpace: 'pre-line' }}>{act.reason || m.reorganised}</Text>
            )}
            <Text size="sm" c="dimmed">
              {m.answeredBy(act.byName ?? (act.act === 'give-more' ? m.citizen : m.byItself), formatMoment(act.at))}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function actWords({ act, from, to, assigneeName }: ComplaintDetail['acts'][number], m: Texts): string {
  if (act === 'hand-on') return m.handedOnBy(from ?? '', to ?? '')
  if (act === 'assign') return assigneeName === null ? m.assignedToNobody : m.assignedTo(assigneeName)
  if (act === 'ask' || act === 'give-more' || act === 'take-back') return m.acts[act]
  return act === 'publish' ? m.wasPublished : m.wasWithdrawn
}

function About({ one }: Props) {
  const m = useTexts()
  const say = useLabel()
  const facts = [
    { label: m.topic, value: say(TOPIC_WORDS[one.topic]) },
    ...(one.caseId !== null
      ? [{ label: m.caseCode, value: <LinkTo to={`/cases/${one.caseId}`}>{one.caseCode}</LinkTo> }]
      : []),
    ...(one.procedureName ? [{ label: m.procedure, value: say(one.procedureName) }] : []),
    { label: m.about, value: one.aboutUnit },
    { label: m.unit, value: one.unit },
    { label: m.assignee, value: one.assigneeName ?? m.notAssigned },
    { label: m.officer, value: one.officerName || m.nobody },
    { label: m.filed, value: formatMoment(one.filedAt) },
    { label: m.due, value: <Due of={one} /> },
    { label: m.refuseBy, value: formatMoment(one.refuseBy) },
  ]
  return <Facts facts={facts} />
}

function Counted({ one }: Props) {
  const m = useTexts()
  const { language } = useLanguage()
  return (
    <Section title={m.counted}>
      <List type="ordered">
        {one.counted[language].map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Section>
  )
}

function Answered({ one }: Props) {
  const m = useTexts()
  const say = useLabel()
  return (
    <Section title={m.answerTitle}>
      <Stack gap="xs">
        <Text c="dimmed">{m.answeredBy(one.answeredByName ?? '', formatMoment(one.answeredAt ?? ''))}</Text>
        {one.outcome !== null && <Text fw={600}>{say(OUTCOME_WORDS[one.outcome])}</Text>}
        <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.answer}</Text>
        <Files complaintId={one.id} files={one.answerFiles} />
        <Text size="sm" c="dimmed">
          {one.seenAt === null ? m.notSeen : m.seen(formatMoment(one.seenAt))}
        </Text>
      </Stack>
    </Section>
  )
}
