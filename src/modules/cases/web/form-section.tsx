import { Group, Stack, Text } from '@mantine/core'
import { Suspense } from 'react'
import { ReadForm } from '#modules/forms/web/index.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { type CaseDetail, listFilledForms } from '../contract.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'

/** What the applicant answered on the electronic forms, step by step, and of which version of each. */
export function FormSection({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  const filled = useOperation(listFilledForms, { caseId: one.id, language })
  return (
    <Loaded query={filled} lines={8}>
      {({ forms }) => (
        <Stack gap="md">
          {forms.map((form) => (
            <Section key={form.code} title={say(form.title)}>
              <Stack gap="md">
                <Suspense>
                  <ReadForm steps={form.steps} />
                </Suspense>
                <Group gap="xs">
                  <Text size="sm" c="dimmed">
                    {m.formVersion(String(form.number), form.hash.slice(0, 12), formatMoment(form.filledAt))}
                  </Text>
                </Group>
                <Text size="sm" c="dimmed">
                  {m.formPaper}
                </Text>
              </Stack>
            </Section>
          ))}
        </Stack>
      )}
    </Loaded>
  )
}
