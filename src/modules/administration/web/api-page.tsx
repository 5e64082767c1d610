import { Accordion, Anchor, Code, Stack, Text } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { compareVi } from '#kernel/text.ts'
import { useAddress } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { Lines } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { type ApiOperation, fits } from '../domain/open-api.ts'
import { ApiOperationItem } from './api-operation.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { DOCUMENT_ADDRESS, useApiOperations } from './open-api.ts'

/** The interface to programs, readable: every operation by module, found by any word. */
export function ApiPage() {
  const m = useMessages({ vi, en })
  const [{ search }, setAddress] = useAddress(z.object({ search: z.string().default('') }))
  const operations = useApiOperations()
  const found = (operations.data ?? []).filter((operation) => search === '' || fits(operation, search))
  return (
    <Page
      title={m.api.title}
      lead={m.api.lead}
      actions={
        <Anchor href={DOCUMENT_ADDRESS} download="haidang-openapi.json">
          {m.api.document}
        </Anchor>
      }
    >
      <Section title={m.api.how}>
        <Stack gap={6}>
          <Text size="sm">
            {m.api.howToken} <Code>Authorization: Bearer …</Code>
          </Text>
          <Text size="sm">{m.api.howIdempotency}</Text>
          <Text size="sm">{m.api.howProblem}</Text>
        </Stack>
      </Section>
      <SearchField
        label={m.api.search}
        value={search}
        onChange={(text) => setAddress({ search: text })}
        width="min(100%, 420px)"
      />
      <Text component="output" display="block" size="sm" c="dimmed" my="sm">
        {m.api.count(formatNumber(found.length))}
      </Text>
      {operations.isPending && <Lines count={8} />}
      {operations.isError && <ProblemAlert problem={operations.error} onRetry={() => operations.refetch()} />}
      {operations.isSuccess && found.length === 0 && <EmptyState title={m.api.none} />}
      {byModule(found).map(([module, members]) => (
        <Section key={module} title={module}>
          <Accordion multiple chevronPosition="left" order={3}>
            {members.map((operation) => (
              <ApiOperationItem key={operation.id} operation={operation} />
            ))}
          </Accordion>
        </Section>
      ))}
    </Page>
  )
}

function byModule(operations: readonly ApiOperation[]): readonly (readonly [string, readonly ApiOperation[]])[] {
  const modules = [...Map.groupBy(operations, ({ module }) => module)]
  return modules.map(([module, members]) => [module, members.toSorted((a, b) => compareVi(a.path, b.path))])
}
