import { Accordion, Button, Code, Group, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { CallProblem } from '#ui/call.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { type ApiOperation, type OpenApi, operationsOf } from './open-api.ts'

async function loadDocument(): Promise<ApiOperation[]> {
  const response = await fetch('/api/openapi.json')
  return operationsOf((await response.json()) as OpenApi)
}

/** Every operation of the platform, readable, from the same document that machines read. */
export function ApiPage() {
  const m = useMessages({ vi, en })
  const [search, setSearch] = useState('')
  const operations = useQuery<ApiOperation[], CallProblem>({
    queryKey: ['openapi'],
    queryFn: loadDocument,
    staleTime: 300_000,
  })
  return (
    <Page
      title={m.api}
      lead={m.apiLead}
      actions={
        <Button component="a" href="/api/openapi.json" variant="default" target="_blank" rel="noreferrer">
          {m.apiDownload}
        </Button>
      }
    >
      <SearchField label={m.find} value={search} onChange={setSearch} width="100%" />
      <Loaded query={operations}>{(all) => <Modules operations={all.filter((one) => fits(one, search))} />}</Loaded>
    </Page>
  )
}

function fits(operation: ApiOperation, search: string): boolean {
  const wanted = fold(search)
  return [operation.id, operation.path, operation.summary.vi, operation.summary.en, operation.permission].some((text) =>
    fold(text).includes(wanted),
  )
}

function Modules({ operations }: { readonly operations: readonly ApiOperation[] }) {
  const m = useMessages({ vi, en })
  return [...Map.groupBy(operations, ({ module }) => module)].map(([module, list]) => (
    <Section key={module} title={module} actions={<Text c="dimmed">{m.count(formatNumber(list.length))}</Text>}>
      <Accordion variant="separated" chevronPosition="left">
        {list.map((operation) => (
          <Accordion.Item key={operation.id} value={operation.id}>
            <Accordion.Control>
              <Heading operation={operation} />
            </Accordion.Control>
            <Accordion.Panel>
              <Details operation={operation} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Section>
  ))
}

function Heading({ operation }: { readonly operation: ApiOperation }) {
  const say = useLabel()
  return (
    <Stack gap={2}>
      <Text fw={600}>{say(operation.summary)}</Text>
      <Group gap="xs">
        <StatusChip tone={operation.method === 'GET' ? 'info' : 'lamp'}>{operation.method}</StatusChip>
        <Code>{operation.path}</Code>
      </Group>
    </Stack>
  )
}

function Details({ operation }: { readonly operation: ApiOperation }) {
  const m = useMessages({ vi, en })
  const permission = { anyone: m.anyone, 'signed-in': m.signedIn }[operation.permission] ?? operation.permission
  return (
    <Stack gap="sm">
      <Text>
        {m.permission}: <Code>{permission}</Code>
      </Text>
      {operation.fields.length === 0 ? (
        <Text c="dimmed">{m.noInput}</Text>
      ) : (
        <Table.ScrollContainer minWidth={420}>
          <Table captionSide="top">
            <Table.Caption>{m.inputFields}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{m.field}</Table.Th>
                <Table.Th scope="col">{m.where}</Table.Th>
                <Table.Th scope="col">{m.type}</Table.Th>
                <Table.Th scope="col">{m.required}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {operation.fields.map((field) => (
                <Table.Tr key={`${field.where} ${field.name}`}>
                  <Table.Td>{field.name}</Table.Td>
                  <Table.Td>{m[field.where]}</Table.Td>
                  <Table.Td>
                    <Code>{field.type}</Code>
                  </Table.Td>
                  <Table.Td>{field.required ? m.yes : m.no}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text>
        {m.answer}: <Code>{operation.answer}</Code>
      </Text>
    </Stack>
  )
}
