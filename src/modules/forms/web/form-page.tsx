import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { useAddress, usePathPart } from '#ui/address.ts'
import { BeforeAfter } from '#ui/before-after.tsx'
import { download } from '#ui/call.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useLanguage } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import type { Answers } from '../domain/answer.ts'
import { DifferencesList } from './differences-list.tsx'
import { FormView } from './form-view.tsx'
import { useTexts } from './texts.ts'

type FormAnswer = z.output<typeof contract.getForm.output>
const Address = z.object({
  tab: z.string().default('try'),
  versionId: z.string().optional(),
  before: z.string().optional(),
})

/** One form: filled in to try, printed, and its versions. */
export function FormPage() {
  const m = useTexts()
  const say = useLabel()
  const may = useMay()
  const code = usePathPart('code')
  const [{ tab, versionId }, setAddress] = useAddress(Address)
  const query = useOperation(contract.getForm, { code, versionId }, { topics: [contract.FORMS_TOPIC] })
  return (
    <Page
      title={query.data ? say(query.data.version.title) || query.data.version.title.vi || code : code}
      trail={[{ label: m.forms, to: '/forms' }, { label: code }]}
      actions={may('forms:write') && <LinkButton to={`/forms/${code}/design`}>{m.edit}</LinkButton>}
    >
      <Loaded query={query} lines={10}>
        {(answer) => (
          <Tabs
            label={m.forms}
            value={tab}
            onChange={(next) => setAddress({ tab: next })}
            tabs={[
              { key: 'try', label: m.tryOut, content: () => <TryOut key={answer.version.id} answer={answer} /> },
              {
                key: 'versions',
                label: m.versions,
                count: answer.versions.length,
                content: () => <Versions answer={answer} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}

function TryOut({ answer: { code, version, definition } }: { readonly answer: FormAnswer }) {
  const m = useTexts()
  const toast = useToast()
  const { language } = useLanguage()
  const answers = useRef<Answers>({})
  const [today] = useState(() => dayAt(new Date()))
  const [isDone, setDone] = useState(false)
  const print = (as: 'pdf' | 'docx') =>
    download(contract.printFilledForm, { code, versionId: version.id, answers: answers.current, as, language }).catch(
      (thrown: unknown) => toast.problem(thrown),
    )
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {m.tryLead}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => void print('pdf')}>
            {m.print}
          </Button>
          <Button variant="default" onClick={() => void print('docx')}>
            {m.printWord}
          </Button>
        </Group>
      </Group>
      <div aria-live="polite">{isDone && <Alert color="good">{m.filled}</Alert>}</div>
      <Section title={m.tryOut}>
        <FormView
          definition={definition}
          today={today}
          onChange={(next) => {
            answers.current = next
            setDone(false)
          }}
          onSubmit={() => setDone(true)}
        />
      </Section>
    </Stack>
  )
}

function Versions({ answer: { code, versions, version } }: { readonly answer: FormAnswer }) {
  const m = useTexts()
  const [chosen, setChosen] = useAddress(Address)
  const after = chosen.versionId ?? versions[0]?.id
  const before = chosen.before ?? versions[versions.findIndex(({ id }) => id === after) + 1]?.id
  const query = useOperation(contract.formDifferences, before && after ? { code, before, after } : null)
  const options = versions.map((one) => ({
    value: one.id,
    label: `${m.version(one.number)} · ${one.validFrom === null ? m.draft : formatDay(one.validFrom)}`,
  }))
  return (
    <Stack gap="md">
      <Facts
        facts={[
          {
            label: m.since,
            value:
              version.validFrom === null ? (
                <StatusChip tone="neutral">{m.draft}</StatusChip>
              ) : (
                formatDay(version.validFrom)
              ),
          },
          { label: m.fields, value: formatNumber(version.fieldCount) },
          { label: m.procedures, value: version.procedures.join(', ') || '–' },
          { label: m.hash, value: <code style={{ overflowWrap: 'anywhere' }}>{version.hash}</code> },
        ]}
      />
      {versions.length > 1 && (
        <Section title={m.differences}>
          <Stack gap="md">
            <BeforeAfter
              options={options}
              before={{ label: m.before, value: before, onChange: (id) => setChosen({ before: id }) }}
              after={{ label: m.after, value: after, onChange: (id) => setChosen({ versionId: id }) }}
            />
            <Loaded query={query}>{({ differences }) => <DifferencesList differences={differences} />}</Loaded>
          </Stack>
        </Section>
      )}
    </Stack>
  )
}
