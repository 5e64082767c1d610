import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Block, Template } from '../domain/template.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { MoveButtons } from './move-buttons.tsx'
import { PlaceholderText } from './placeholder-text.tsx'
import { TemplateTable } from './template-table.tsx'

type Props = {
  readonly block: Block
  readonly body: Template
  readonly mayEdit: boolean
  readonly onBlock: (block: Block | null) => void
  readonly onMove: (by: -1 | 1) => void
}

const STYLES = ['paragraph', 'bullet', 'italic'] as const

/** One part of a section: fixed wording, a place to write, or a table. */
export function TemplateBlock({ block, body, mayEdit, onBlock, onMove }: Props) {
  const m = useMessages({ vi, en })
  const name = { text: m.editor.textBlock, hand: m.editor.handBlock, table: m.editor.tableBlock }[block.kind]
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="sm">
        <Text fw={600} size="sm">
          {name}{' '}
          <Text component="span" size="xs" c="dimmed" ff="monospace">
            {block.key}
          </Text>
        </Text>
        {mayEdit && (
          <Group gap="xs">
            <MoveButtons what={`${name} ${block.key}`} onMove={onMove} />
            <Button size="compact-xs" variant="subtle" color="bad" onClick={() => onBlock(null)}>
              {m.editor.removeBlock}
            </Button>
          </Group>
        )}
      </Group>
      {block.kind === 'table' ? (
        <TemplateTable table={block} body={body} mayEdit={mayEdit} onTable={onBlock} />
      ) : (
        <Words block={block} body={body} mayEdit={mayEdit} onBlock={onBlock} />
      )}
    </Paper>
  )
}

type WordsProps = Pick<Props, 'body' | 'mayEdit' | 'onBlock'> & {
  readonly block: Extract<Block, { kind: 'text' | 'hand' }>
}

function Words({ block, body, mayEdit, onBlock }: WordsProps) {
  const m = useMessages({ vi, en })
  const disabled = !mayEdit
  return (
    <Stack gap="sm">
      <SelectField
        label={m.editor.style}
        options={STYLES.map((value) => ({ value, label: m.editor.styles[value] }))}
        value={block.style}
        disabled={disabled}
        onChange={(value) => onBlock({ ...block, style: STYLES.find((style) => style === value) ?? 'paragraph' })}
      />
      {block.kind === 'text' ? (
        <PlaceholderText
          label={m.editor.text}
          value={block.text}
          groups={body.groups.map(({ key }) => key)}
          disabled={disabled}
          onChange={(text) => onBlock({ ...block, text })}
        />
      ) : (
        <>
          <TextField
            label={m.editor.prompt}
            value={block.prompt}
            disabled={disabled}
            onChange={(prompt) => onBlock({ ...block, prompt })}
          />
          <CheckField
            label={m.editor.required}
            value={block.required}
            disabled={disabled}
            onChange={(required) => onBlock({ ...block, required })}
          />
        </>
      )}
    </Stack>
  )
}
