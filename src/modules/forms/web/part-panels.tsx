import { Button, Group, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { CheckField } from '#ui/check-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FormDefinition, Step } from '../domain/definition.ts'
import { askable } from './askable.ts'
import { BothField } from './both-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { useTexts } from './texts.ts'

type StepProps = {
  readonly definition: FormDefinition
  readonly step: Step
  readonly onChange: (change: Partial<Step>) => void
  readonly onRemove: () => void
}

/** What a step says of itself. */
export function StepPanel({ definition, step, onChange, onRemove }: StepProps) {
  const m = useTexts()
  const own = new Set(step.fields.map(({ name }) => name))
  const known = askable(definition, '').filter(({ field }) => !own.has(field.name))
  return (
    <Stack gap="md">
      <BothField label={m.stepTitle} value={step.title} onChange={(title) => onChange({ title })} />
      <BothField lines label={m.hint} value={step.hint} onChange={(hint) => onChange({ hint })} />
      <ConditionField
        label={m.showIf}
        none="always"
        value={step.showIf}
        known={known}
        onChange={(showIf) => onChange({ showIf })}
      />
      {definition.steps.length > 1 && (
        <Group>
          <Button variant="default" color="bad" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
            {m.removeStep}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

type FormProps = { readonly definition: FormDefinition; readonly onChange: (change: Partial<FormDefinition>) => void }

/** What the form as a whole says of itself, also on paper. */
export function FormPanel({ definition, onChange }: FormProps) {
  const m = useTexts()
  return (
    <Stack gap="md">
      <BothField label={m.title} value={definition.title} onChange={(title) => onChange({ title })} />
      <BothField lines label={m.intro} value={definition.intro} onChange={(intro) => onChange({ intro })} />
      <BothField label={m.addressee} value={definition.addressee} onChange={(addressee) => onChange({ addressee })} />
      <BothField lines label={m.pledge} value={definition.pledge} onChange={(pledge) => onChange({ pledge })} />
      <TextField label={m.number} value={definition.number} onChange={(number) => onChange({ number })} />
      <TextField
        label={m.legalBasis}
        value={definition.legalBasis}
        onChange={(legalBasis) => onChange({ legalBasis })}
      />
      <TextField
        label={m.formPaper}
        hint={m.formPaperHint}
        value={definition.paper ?? ''}
        onChange={(paper) => onChange({ paper: paper === '' ? null : paper })}
      />
      <CheckField
        label={m.demonstration}
        value={definition.demonstration}
        onChange={(demonstration) => onChange({ demonstration })}
      />
    </Stack>
  )
}
