import { Text } from '@mantine/core'
import { usePathPart } from '#ui/address.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { getHandedOn } from '../contract.ts'
import { TOPIC_WORDS } from '../domain/words.ts'
import { Due, Standing } from './complaints-page.tsx'
import { useTexts } from './texts.ts'

const AS_WRITTEN = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const

/** A complaint that another unit has now: where it is and until when it is answered. */
export function HandedOnPage() {
  const m = useTexts()
  const say = useLabel()
  const query = useOperation(getHandedOn, { complaintId: usePathPart('complaintId') })
  const title = query.data?.number ?? m.gone
  return (
    <Page
      title={title}
      trail={[
        { label: m.title, to: '/complaints' },
        { label: m.gone, to: '/complaints?list=handed-on' },
        { label: title },
      ]}
      lead={query.data && <Standing of={query.data} />}
    >
      <Loaded query={query} lines={6}>
        {(one) => (
          <>
            <Section title={m.standsIn} lead={m.goneLead}>
              <Facts
                facts={[
                  { label: m.nowAt, value: one.unit },
                  { label: m.due, value: <Due of={one} /> },
                  { label: m.answeredOn, value: one.answeredAt === null ? m.notYet : formatMoment(one.answeredAt) },
                  { label: m.goneAt, value: formatMoment(one.leftAt) },
                  { label: m.goneFrom, value: one.from },
                  { label: m.goneTo, value: one.to },
                  { label: m.goneReason, value: one.reason || m.reorganised },
                ]}
              />
            </Section>
            <Section title={m.text}>
              <Text style={AS_WRITTEN}>{one.text}</Text>
              <Facts
                facts={[
                  { label: m.topic, value: say(TOPIC_WORDS[one.topic]) },
                  { label: m.about, value: one.aboutUnit },
                  ...(one.caseCode !== null ? [{ label: m.caseCode, value: one.caseCode }] : []),
                  { label: m.filed, value: formatMoment(one.filedAt) },
                ]}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
