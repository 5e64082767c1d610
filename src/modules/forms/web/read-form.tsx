import { Anchor, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import type { ReadStep } from '../contract/shapes.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import classes from './form-view.module.css'

type Props = {
  readonly steps: readonly ReadStep[]
  /** Where what is read can be mended. */
  readonly onChange?: (step: string) => void
}

/** A filled form to be read: its steps with questions and answers in words. */
export function ReadForm({ steps, onChange }: Props) {
  const m = useMessages({ vi, en })
  return (
    <Stack gap="lg">
      {steps.map(({ code, title, blocks }) => (
        <section key={code} aria-label={title}>
          <Group justify="space-between" align="baseline" gap="xs" wrap="nowrap">
            <Title order={3} size="h5">
              {title}
            </Title>
            {onChange && (
              <Anchor component="button" type="button" onClick={() => onChange(code)} aria-label={m.changeOf(title)}>
                {m.change}
              </Anchor>
            )}
          </Group>
          {runsOf(blocks).map((run, at) => (
            // What is read stands in the order of the form, which does not change meanwhile.
            // oxlint-disable-next-line react/no-array-index-key
            <Run key={at} run={run} />
          ))}
        </section>
      ))}
    </Stack>
  )
}

type Block = ReadStep['blocks'][number]
type Line = Extract<Block, { kind: 'line' }>

/** Lines that follow one another are one list. What is explained while filling in is not part of what was answered. */
function runsOf(blocks: readonly Block[]): readonly (readonly Line[] | Exclude<Block, Line>)[] {
  const runs: (Line[] | Exclude<Block, Line>)[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (block.kind === 'note') continue
    if (block.kind !== 'line') runs.push(block)
    else if (Array.isArray(last)) last.push(block)
    else runs.push([block])
  }
  return runs
}

function Run({ run }: { readonly run: ReturnType<typeof runsOf>[number] }) {
  const m = useMessages({ vi, en })
  if ('kind' in run)
    return run.kind === 'table' ? <ReadTable table={run} /> : <Text fw={600}>{run.kind === 'heading' && run.text}</Text>
  return (
    <dl className={classes.read}>
      {run.map(({ label, value }, at) => (
        // Two fields may be called the same.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at}>
          <dt>{label}</dt>
          <dd data-empty={value === '' || undefined}>{value || m.unanswered}</dd>
        </div>
      ))}
    </dl>
  )
}

function ReadTable({ table }: { readonly table: Extract<Block, { kind: 'table' }> }) {
  return (
    <Table.ScrollContainer minWidth={0} my="xs">
      <Table withTableBorder withColumnBorders fz="sm" captionSide="top">
        <Table.Caption>{table.label}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {table.head.map((title) => (
              <Table.Th key={title} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row) => (
            <Table.Tr key={row[0]}>
              {row.map((cell, at) => (
                <Table.Td key={table.head[at]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
