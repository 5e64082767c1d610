import { ActionIcon, Button, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react'
import { useLanguage } from '#ui/language.tsx'
import { type Field, type FormDefinition, say } from '../domain/definition.ts'
import { FIELD_KINDS } from '../domain/kinds.ts'
import classes from './design.module.css'
import * as design from './design-state.ts'
import { useTexts } from './texts.ts'

/** What is being edited: a field by its name, a step by its place, or the form as a whole. */
export type Chosen = { readonly field: string } | { readonly step: number } | 'form'

type Props = {
  readonly definition: FormDefinition
  readonly chosen: Chosen
  readonly wrong: ReadonlySet<string>
  readonly onChoose: (chosen: Chosen) => void
  readonly onEdit: (act: (definition: FormDefinition) => FormDefinition) => void
}

/** The steps with their fields; everything that dragging could do is a button. */
export function FieldList({ definition, chosen, wrong, onChoose, onEdit }: Props) {
  const m = useTexts()
  const { language } = useLanguage()
  const isChosen = (what: Chosen) => JSON.stringify(what) === JSON.stringify(chosen)
  return (
    <Stack gap="sm">
      <UnstyledButton
        className={classes.entry}
        data-on={isChosen('form') || undefined}
        onClick={() => onChoose('form')}
      >
        {m.formProperties}
      </UnstyledButton>
      {definition.steps.map((step, at) => (
        <div key={step.code}>
          <UnstyledButton
            className={classes.step}
            data-on={isChosen({ step: at }) || undefined}
            onClick={() => onChoose({ step: at })}
          >
            {`${m.stepName(at + 1)}: ${say(step.title, language)}`}
          </UnstyledButton>
          <ul className={classes.fields} aria-label={m.stepName(at + 1)}>
            {step.fields.map((field) => (
              <Entry
                key={field.name}
                field={field}
                isOn={isChosen({ field: field.name })}
                isWrong={wrong.has(field.name)}
                onChoose={() => onChoose({ field: field.name })}
                onEdit={onEdit}
                onRemoved={() => onChoose({ step: at })}
              />
            ))}
          </ul>
          <AddMenu
            onAdd={(kind) => {
              const after =
                typeof chosen === 'object' && 'field' in chosen && step.fields.some(({ name }) => name === chosen.field)
                  ? chosen.field
                  : null
              const added = design.addField(definition, { step: at, after, kind })
              onEdit(() => added.definition)
              onChoose({ field: added.name })
            }}
          />
        </div>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onEdit(design.addStep)}
        >
          {m.addStep}
        </Button>
      </Group>
    </Stack>
  )
}

type EntryProps = Pick<Props, 'onEdit'> & {
  readonly field: Field
  readonly isOn: boolean
  readonly isWrong: boolean
  readonly onChoose: () => void
  readonly onRemoved: () => void
}

function Entry({ field, isOn, isWrong, onChoose, onEdit, onRemoved }: EntryProps) {
  const m = useTexts()
  const { language } = useLanguage()
  const label = say(field.label, language) || say(field.hint, language).slice(0, 60) || m.unnamed
  const { name } = field
  return (
    <li className={classes.item}>
      <UnstyledButton
        className={classes.entry}
        data-on={isOn || undefined}
        data-wrong={isWrong || undefined}
        onClick={onChoose}
      >
        <Text size="sm" component="span" lineClamp={2}>
          {label}
        </Text>
        <Text size="xs" c="dimmed" component="span">
          {m.kinds[field.kind]}
          {field.required ? ' *' : ''}
        </Text>
      </UnstyledButton>
      {isOn && (
        <Group gap={4} mt={4} mb={6}>
          <ActionIcon
            variant="default"
            aria-label={m.up(label)}
            onClick={() => onEdit((now) => design.moveField(now, name, -1))}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={m.down(label)}
            onClick={() => onEdit((now) => design.moveField(now, name, 1))}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={m.copy(label)}
            onClick={() => onEdit((now) => design.copyField(now, name))}
          >
            <IconCopy size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={m.remove(label)}
            onClick={() => {
              onEdit((now) => design.removeField(now, name))
              onRemoved()
            }}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </li>
  )
}

function AddMenu({ onAdd }: { readonly onAdd: (kind: Field['kind']) => void }) {
  const m = useTexts()
  return (
    <Menu withinPortal={false} position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />}>
          {m.addField}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {FIELD_KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            {m.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
