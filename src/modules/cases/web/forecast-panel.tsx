import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useLanguage } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { type ApologyDraft, type CaseDetail, caseForecast, caseTopic, extendCase, getCase } from '../contract.ts'
import { leftText, lengthText } from './due-text.ts'
import { LikelihoodChip } from './likelihood-chip.tsx'
import { useNotifyTexts } from './notify-texts.ts'

/** Where the time of a case went, how likely it is late, and the drafted apology if there is one. */
export function ForecastPanel({ one }: { readonly one: CaseDetail }) {
  const m = useNotifyTexts()
  const say = useLabel()
  const { language } = useLanguage()
  const query = useOperation(caseForecast, { caseId: one.id }, { topics: [caseTopic(one.id)] })
  return (
    <Section title={m.courseTitle}>
      <Loaded query={query}>
        {({ forecast, stays, responsible, draft, minutesLeft }) => (
          <Stack gap="md">
            <Facts
              facts={[
                ...(one.endedAt === null && one.dueAt !== null
                  ? [{ label: m.likelihood, value: <LikelihoodChip forecast={forecast} /> }]
                  : []),
                ...(minutesLeft === null ? [] : [{ label: m.left, value: leftText(minutesLeft, language) }]),
                ...(forecast
                  ? [
                      {
                        label: m.why,
                        value: m.whyLine(
                          formatNumber(forecast.late),
                          formatNumber(forecast.ofCases),
                          m.levels[forecast.level],
                        ),
                      },
                    ]
                  : []),
                ...(responsible
                  ? [
                      {
                        label: m.responsible,
                        value: m.responsibleLine(
                          responsible.stepName ? say(responsible.stepName) : '…',
                          responsible.personName ?? m.nobody,
                          lengthText(responsible.overMinutes, language),
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            {stays.length > 0 && (
              <div>
                <Text fw={600}>{m.stays}</Text>
                <List>
                  {stays.map((stay, place) => (
                    // A case may come back to a step: its place is what tells stays apart.
                    <List.Item key={`stay-${place}`}>
                      {m.stay(
                        stay.stepName ? say(stay.stepName) : '…',
                        lengthText(stay.minutes, language),
                        stay.personName ?? m.nobody,
                      )}
                    </List.Item>
                  ))}
                </List>
              </div>
            )}
            {draft && <Draft one={one} draft={draft} />}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

function Draft({ one, draft }: { readonly one: CaseDetail; readonly draft: ApologyDraft }) {
  const m = useNotifyTexts()
  const toast = useToast()
  const [asked, setAsked] = useState(false)
  const extend = useChange(extendCase, {
    invalidates: [getCase, caseForecast],
    onDone: () => {
      setAsked(false)
      toast.good(m.used)
    },
    onProblem: toast.problem,
  })
  const may = one.possible.some(({ act }) => act === 'extend')
  const { proposedDueAt, lateReason, text, ofCases } = draft
  return (
    <Stack gap="xs">
      <Text fw={600}>{m.drafts}</Text>
      <Text>
        {m.newDue}: {formatMoment(proposedDueAt)} (
        {ofCases === null ? m.draftDefault : m.draftOf(formatNumber(ofCases))})
      </Text>
      <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Text>
      {may && (
        <Group>
          <Button onClick={() => setAsked(true)}>{m.useDraft}</Button>
        </Group>
      )}
      <ConfirmDialog
        opened={asked}
        title={m.useDraftTitle}
        body={formatMoment(proposedDueAt)}
        confirmLabel={m.useDraft}
        busy={extend.isPending}
        onConfirm={() =>
          extend.mutate({ caseId: one.id, version: one.version, newDueAt: proposedDueAt, reason: text, lateReason })
        }
        onClose={() => setAsked(false)}
      />
    </Stack>
  )
}
