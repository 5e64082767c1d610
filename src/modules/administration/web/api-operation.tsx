import { Accordion, Code, Group, Stack, Table, Text, Title } from '@mantine/core'
import { CopyButton } from '#ui/copy-button.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { type ApiField, type ApiOperation, exampleCall, typeText } from '../domain/open-api.ts'
import classes from './api-operation.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

const TONES: Readonly<Record<string, 'info' | 'good' | 'warning' | 'bad'>> = {
  GET: 'info',
  POST: 'good',
  PUT: 'warning',
  PATCH: 'warning',
  DELETE: 'bad',
}

/** One operation: its line, and under it what to send and what comes back. */
export function ApiOperationItem({ operation }: { readonly operation: ApiOperation }) {
  const say = useLabel()
  return (
    <Accordion.Item value={operation.id}>
      <Accordion.Control>
        <Group gap="sm" wrap="wrap">
          <StatusChip tone={TONES[operation.method] ?? 'neutral'}>{operation.method}</StatusChip>
          <Text fw={600} size="sm">
            {say(operation.summary)}
          </Text>
          <Code>{operation.path}</Code>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Description operation={operation} />
      </Accordion.Panel>
    </Accordion.Item>
  )
}

function Description({ operation }: { readonly operation: ApiOperation }) {
  const m = useMessages({ vi, en })
  const { permission, fields, answer } = operation
  const example = exampleCall(operation, location.origin)
  return (
    <Stack gap="sm">
      <Text size="sm">
        {m.api.permission}:{' '}
        {permission === 'anyone' ? (
          m.api.anyone
        ) : permission === 'signed-in' ? (
          m.api.signedIn
        ) : (
          <Code>{permission}</Code>
        )}
      </Text>
      <Title order={4}>{m.api.input}</Title>
      {fields.length === 0 ? (
        <Text size="sm">{m.api.noInput}</Text>
      ) : (
        <Fields fields={fields} label={`${m.api.input}: ${operation.id}`} />
      )}
      <Title order={4}>{m.api.answer}</Title>
      {answer ? (
        <Code block className={classes.code ?? ''}>
          {typeText(answer)}
        </Code>
      ) : (
        <Text size="sm">{m.api.file}</Text>
      )}
      <Group gap="xs">
        <Title order={4}>{m.api.example}</Title>
        <CopyButton text={example} />
      </Group>
      <Code block className={classes.code ?? ''}>
        {example}
      </Code>
    </Stack>
  )
}

function Fields({ fields, label }: { readonly fields: readonly ApiField[]; readonly label: string }) {
  const m = useMessages({ vi, en })
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <Table miw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{m.api.field}</Table.Th>
            <Table.Th>{m.api.place}</Table.Th>
            <Table.Th>{m.api.kind}</Table.Th>
            <Table.Th>{m.api.needed}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ name, place, type, required }) => (
            <Table.Tr key={`${place} ${name}`}>
              <Table.Td>
                <Code>{name}</Code>
              </Table.Td>
              <Table.Td>{m.api.places[place]}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Code>{type}</Code>
              </Table.Td>
              <Table.Td>{required ? m.api.yes : m.api.no}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
