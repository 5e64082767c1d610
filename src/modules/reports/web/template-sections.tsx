import { Accordion, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMessages } from '#ui/language.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Section } from '../domain/template.ts'
import type { EditProps } from './edit-props.ts'
import { type BlockKind, moved, newBlock, replaced, withSection } from './edit-template.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { MoveButtons } from './move-buttons.tsx'
import { TemplateBlock } from './template-block.tsx'

const KINDS: readonly BlockKind[] = ['text', 'hand', 'units', 'indicators']

/** The sections of the report, each with its wording, its places to write and its tables. */
export function TemplateSections({ body, onChange, mayEdit }: EditProps) {
  const m = useMessages({ vi, en })
  const { sections } = body
  const put = (list: readonly Section[]) => onChange({ ...body, sections: [...list] })
  return (
    <Stack mt="md" gap="md">
      <Accordion variant="separated" order={2} multiple>
        {sections.map((section, place) => (
          <Accordion.Item key={section.key} value={section.key}>
            <Accordion.Control>
              <Text component="span" fw={section.level === 1 ? 600 : 400} pl={(section.level - 1) * 16} lineClamp={1}>
                {section.number} {section.title}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <SectionFields
                section={section}
                edit={{ body, onChange, mayEdit }}
                onSection={(one) => put(replaced(sections, place, one))}
                onMove={(by) => put(moved(sections, place, by))}
                only={sections.length === 1}
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {mayEdit && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange(withSection(body))}
          >
            {m.editor.addSection}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

type FieldsProps = {
  readonly section: Section
  readonly edit: EditProps
  readonly onSection: (section: Section | null) => void
  readonly onMove: (by: -1 | 1) => void
  readonly only: boolean
}

function SectionFields({ section, edit, onSection, onMove, only }: FieldsProps) {
  const m = useMessages({ vi, en })
  const { mayEdit, body } = edit
  const { number, title, level, blocks } = section
  const disabled = !mayEdit
  const put = (list: Section['blocks']) => onSection({ ...section, blocks: list })
  const names: Record<BlockKind, string> = {
    text: m.editor.addText,
    hand: m.editor.addHand,
    units: m.editor.addUnitTable,
    indicators: m.editor.addIndicatorTable,
  }
  return (
    <Stack gap="md">
      <Group align="flex-start" wrap="wrap">
        <TextField
          label={m.editor.sectionNumber}
          value={number}
          disabled={disabled}
          onChange={(text) => onSection({ ...section, number: text.slice(0, 12) })}
        />
        <SelectField
          label={m.editor.level}
          options={['1', '2', '3'].map((value) => ({ value, label: value }))}
          value={String(level)}
          disabled={disabled}
          onChange={(value) => onSection({ ...section, level: Number(value) })}
        />
      </Group>
      <TextField
        label={m.editor.sectionTitle}
        value={title}
        disabled={disabled}
        onChange={(text) => onSection({ ...section, title: text })}
      />
      {blocks.map((block, place) => (
        <TemplateBlock
          key={block.key}
          block={block}
          body={body}
          mayEdit={mayEdit}
          onBlock={(one) => put(replaced(blocks, place, one))}
          onMove={(by) => put(moved(blocks, place, by))}
        />
      ))}
      {mayEdit && (
        <Group justify="space-between">
          <Menu position="bottom-start" withinPortal={false}>
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
                {m.editor.addPart}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {KINDS.map((kind) => (
                <Menu.Item key={kind} onClick={() => put([...blocks, newBlock(kind, body)])}>
                  {names[kind]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Group gap="xs">
            <MoveButtons what={title} onMove={onMove} />
            <Button size="xs" variant="subtle" color="bad" disabled={only} onClick={() => onSection(null)}>
              {m.editor.removeSection}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  )
}
