import { SimpleGrid, Stack, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { CaseDetail, Party } from '../contract.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { FeesSection } from './fees-section.tsx'
import { useProcedure } from './procedure-source.ts'
import {
  authenticationWords,
  channelWords,
  deliveryWords,
  genderWords,
  nationalWords,
  outcomeWords,
  partyKindWords,
  returnWayWords,
  syncWords,
} from './words.ts'

type Props = { readonly one: CaseDetail }
type Fact = { readonly label: string; readonly value: string | null | undefined }

/** Who, what, where, until when, for how much, with what result. */
export function OverviewSection({ one }: Props) {
  const m = useMessages({ vi, en })
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="var(--hd-gap)">
      <Stack gap="var(--hd-gap)">
        <Section
          title={m.parties}
          actions={
            <LinkTo to={`/cases/of-person?case=${one.id}`} size="sm">
              {m.otherCases}
            </LinkTo>
          }
        >
          <Stack>
            {one.parties.map((party) => (
              <PartyFacts key={party.role} party={party} />
            ))}
          </Stack>
        </Section>
        <AnswersSection one={one} />
        <FeesSection one={one} />
        <ResultsSection one={one} />
      </Stack>
      <Section title={m.handling}>
        <HandlingFacts one={one} />
      </Section>
    </SimpleGrid>
  )
}

function PartyFacts({ party }: { readonly party: Party }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const problem = useProblemText()
  return (
    <div>
      <Text size="xs" c="dimmed">
        {party.role === 'subject' ? m.subject : m.representative}
      </Text>
      <Text fw={600} mb={6}>
        {party.name}
      </Text>
      <KnownFacts
        facts={[
          { label: m.kind, value: say(partyKindWords[party.kind]) },
          { label: m.identityNumber, value: party.identityNumber },
          { label: m.taxCode, value: party.taxCode },
          { label: m.bornOn, value: party.bornOn && formatDay(party.bornOn) },
          { label: m.gender, value: party.gender && say(genderWords[party.gender]) },
          { label: m.phone, value: party.phone },
          { label: m.email, value: party.email },
          { label: m.address, value: party.address },
          { label: m.ground, value: party.ground },
        ]}
      />
      {party.warnings.map((code) => (
        <Text key={code} component="div" mt={6}>
          <StatusChip tone="warning">{problem.detail({ path: '', code, message: code })}</StatusChip>
        </Text>
      ))}
    </div>
  )
}

function HandlingFacts({ one }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const nationalState = (code: number | null) => {
    const name = code === null ? undefined : nationalWords[code]
    return code === null ? null : name ? `${say(name)} (${code})` : m.nationalCodeOf(String(code))
  }
  const moment = (instant: string | null) => instant && formatMoment(instant)
  return (
    <KnownFacts
      facts={[
        { label: m.procedure, value: `${one.procedureName} (${one.procedureCode})` },
        {
          label: m.channel,
          value: one.remote ? `${say(channelWords[one.channel])}, ${m.remote}` : say(channelWords[one.channel]),
        },
        { label: m.authentication, value: say(authenticationWords[one.authentication]) },
        { label: m.helped, value: one.helpedUnit?.name },
        { label: m.receivedUnit, value: one.receivedUnit.name },
        { label: m.competentUnit, value: one.competentUnit.name },
        { label: m.holder, value: one.unit.name },
        { label: m.assignee, value: one.assigneeName },
        { label: m.step, value: one.stepName && say(one.stepName) },
        { label: m.stepDue, value: moment(one.stepDueAt) },
        { label: m.filedAt, value: formatMoment(one.filedAt) },
        { label: m.receivedAt, value: moment(one.receivedAt) },
        { label: m.dueAt, value: moment(one.dueAt) },
        { label: m.firstDue, value: one.firstDueAt !== one.dueAt ? moment(one.firstDueAt) : null },
        { label: m.endedAt, value: moment(one.endedAt) },
        { label: m.returnedAt, value: moment(one.returnedAt) },
        { label: m.returnWay, value: one.returnWay && say(returnWayWords[one.returnWay]) },
        { label: m.lateReason, value: one.lateReason },
        { label: m.secret, value: one.secret },
        { label: m.nationalCode, value: nationalState(one.nationalCode) },
        { label: m.delivery, value: one.delivery === 'none' ? null : say(deliveryWords[one.delivery]) },
        { label: m.sync, value: one.sync === 'none' ? null : say(syncWords[one.sync]) },
      ]}
    />
  )
}

function AnswersSection({ one }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { found } = useProcedure(one.procedureCode)
  const given = Object.entries(one.answers).filter(([, value]) => value !== null && value !== '')
  if (given.length === 0) return null
  const questions = found?.content.questions ?? []
  const text = (name: string, value: string | number | boolean | null) => {
    if (typeof value === 'boolean') return value ? m.yes : m.no
    if (typeof value === 'number') return formatNumber(value)
    const choice = questions.find((one) => one.name === name)?.choices.find((each) => each.value === value)
    return choice ? say(choice.label) : value
  }
  return (
    <Section title={m.answers}>
      <KnownFacts
        facts={given.map(([name, value]) => {
          const question = questions.find((each) => each.name === name)
          return { label: question ? say(question.label) : name, value: text(name, value) }
        })}
      />
    </Section>
  )
}

function ResultsSection({ one }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Section
      title={m.results}
      actions={
        one.outcome && (
          <StatusChip tone={one.outcome === 'granted' ? 'good' : 'bad'}>{say(outcomeWords[one.outcome])}</StatusChip>
        )
      }
    >
      {one.results.length === 0 ? (
        <Text size="sm" c="dimmed">
          {m.noResults}
        </Text>
      ) : (
        one.results.map((result) => (
          <Text key={result.id} size="sm">
            {[result.name, result.number && m.resultNumber(result.number), m.issuedOn(formatDay(result.issuedOn))]
              .filter(Boolean)
              .join(', ')}
          </Text>
        ))
      )}
    </Section>
  )
}

/** Only what is known. */
function KnownFacts({ facts }: { readonly facts: readonly Fact[] }) {
  return <Facts facts={facts.filter(({ value }) => value !== null && value !== undefined && value !== '')} />
}
