import { List, Stack, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Facts } from '#ui/facts.tsx'
import { useLabel } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ProcedureContent } from '../contract.ts'
import { missingParts } from '../domain/completeness.ts'
import { FeesSection } from './fees-section.tsx'
import { useTexts } from './texts.ts'
import { useWords } from './use-words.ts'

type Props = { readonly content: ProcedureContent }

/** Everything a version says, in the order in which a citizen asks. */
export function ProcedureContentView({ content }: Props) {
  return (
    <Stack gap="md">
      <Basics content={content} />
      <Papers content={content} />
      <FeesSection content={content} />
      <Steps content={content} />
      <LegalBasis content={content} />
    </Stack>
  )
}

function Basics({ content }: Props) {
  const m = useTexts()
  const say = useLabel()
  const missing = missingParts(content)
  const results = content.results.map(({ name, written, validMonths }) =>
    [say(name), written && m.written, validMonths !== null && m.validMonths(formatNumber(validMonths))]
      .filter(Boolean)
      .join(', '),
  )
  return (
    <Section title={m.basics}>
      <Facts
        facts={[
          { label: m.online, value: m.onlineLevels[content.onlineLevel] },
          { label: m.level, value: content.levels.map((level) => m.levels[level]).join(', ') },
          { label: m.applicant, value: content.applicants.map((one) => m.applicants[one]).join(', ') },
          { label: m.channelsLabel, value: content.channels.map((one) => m.channels[one]).join(', ') },
          { label: m.terms, value: <Terms content={content} /> },
          { label: m.results, value: results.join('; ') },
          {
            label: m.completeness,
            value:
              missing.length === 0 ? (
                <StatusChip tone="good">7/7</StatusChip>
              ) : (
                <StatusChip tone="warning">
                  {`${7 - missing.length}/7 · ${m.missing}: ${missing.map((part) => m.sevenParts[part]).join(', ')}`}
                </StatusChip>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Terms({ content: { terms, questions, supplementPauses } }: Props) {
  const m = useTexts()
  const words = useWords()
  return (
    <>
      {terms.map(({ when, term }, place) => (
        <div key={`term-${place}`}>
          {words.term(term)}
          {terms.length > 1 && (
            <Text span size="sm" c="dimmed">
              {' · '}
              {when === null ? m.otherwise : words.when(when, questions)}
            </Text>
          )}
        </div>
      ))}
      {supplementPauses && (
        <Text size="sm" c="dimmed">
          {m.pauses}
        </Text>
      )}
    </>
  )
}

function Papers({ content: { papers, sets, questions } }: Props) {
  const m = useTexts()
  const say = useLabel()
  const words = useWords()
  return (
    <Section title={m.papers} lead={m.papersLead(formatNumber(sets))} flush={papers.length > 0}>
      {papers.length === 0 ? (
        <Text>{m.noPapers}</Text>
      ) : (
        <DataTable
          label={m.tableOf(m.papers)}
          phone="cards"
          rows={papers}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: m.paper, width: 320, cell: ({ name }) => say(name) },
            { key: 'forms', label: m.formsAndCopies, width: 200, cell: words.forms },
            {
              key: 'when',
              label: m.asked,
              width: 240,
              cell: ({ when, required, reusable }) => (
                <>
                  {words.when(when, questions)} · {required ? m.required : m.optional}
                  {reusable && ` · ${m.reusable}`}
                </>
              ),
            },
            { key: 'why', label: m.why, width: 220, cell: ({ legalBasis }) => legalBasis ?? '–' },
          ]}
        />
      )}
    </Section>
  )
}

function Steps({ content: { steps, requirements } }: Props) {
  const m = useTexts()
  const say = useLabel()
  return (
    <>
      <Section title={m.steps}>
        <Text style={{ whiteSpace: 'pre-line' }}>{say(steps) || m.none}</Text>
      </Section>
      <Section title={m.requirements}>
        <Text style={{ whiteSpace: 'pre-line' }}>{say(requirements) || m.none}</Text>
      </Section>
    </>
  )
}

function LegalBasis({ content: { legalBasis } }: Props) {
  const m = useTexts()
  return (
    <Section title={m.legalBasis}>
      <List spacing={6}>
        {legalBasis.map(({ number, title, article, issuedOn, effectiveOn }) => (
          <List.Item key={`${number} ${article ?? ''}`}>
            {[number, article].filter(Boolean).join(', ')}: {title}
            <Text span size="sm" c="dimmed">
              {issuedOn && ` · ${m.issued(formatDay(issuedOn))}`}
              {effectiveOn && ` · ${m.effective(formatDay(effectiveOn))}`}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
