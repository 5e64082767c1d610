import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { type ProcedureContent, papersAsked } from '#modules/procedures/contract.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { PAPER_FORMS } from '../domain/words.ts'
import classes from './intake.module.css'
import { type IntakeDraft, type PaperDraft, paperDraft } from './intake-draft.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { ScanButton } from './scan-button.tsx'
import { paperFormWords } from './words.ts'

type Props = {
  readonly draft: IntakeDraft
  readonly content: ProcedureContent
  readonly onChange: (papers: IntakeDraft['papers']) => void
}

/** The asked papers as a list to tick off: form and number stand as the procedure asks them. */
export function PaperChecklist({ draft, content, onChange }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const asked = papersAsked(content, draft.answers)
  const others = Object.entries(draft.papers).filter(([code]) => code.startsWith('other-'))
  const set = (code: string, paper: PaperDraft, fields: Partial<PaperDraft>) =>
    onChange({ ...draft.papers, [code]: { ...paper, ...fields } })
  const tickAll = (there: boolean) =>
    onChange({
      ...draft.papers,
      ...Object.fromEntries(asked.map((paper) => [paper.code, { ...paperDraft(draft, paper), there }])),
    })
  const ticked = asked.filter((paper) => paperDraft(draft, paper).there).length
  return (
    <>
      <Group justify="space-between" mb={4}>
        <Checkbox
          label={m.allThere}
          checked={asked.length > 0 && ticked === asked.length}
          indeterminate={ticked > 0 && ticked < asked.length}
          onChange={() => tickAll(ticked < asked.length)}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {m.papersLead(formatNumber(ticked), formatNumber(asked.length))}
        </Text>
      </Group>
      <ul className={classes.papers}>
        {asked.map((paper) => (
          <PaperLine
            key={paper.code}
            name={say(paper.name)}
            forms={paper.forms}
            isRequired={paper.required}
            legalBasis={paper.legalBasis}
            paper={paperDraft(draft, paper)}
            onChange={(fields) => set(paper.code, paperDraft(draft, paper), fields)}
          />
        ))}
        {others.map(([code, paper]) => (
          <PaperLine
            key={code}
            name={paper.name ?? m.otherPaper}
            forms={PAPER_FORMS}
            isRequired
            legalBasis={null}
            paper={paper}
            onChange={(fields) => set(code, paper, fields)}
            onRemove={() => onChange(Object.fromEntries(Object.entries(draft.papers).filter(([one]) => one !== code)))}
          />
        ))}
      </ul>
      <AddOther
        onAdd={(name) =>
          onChange({
            ...draft.papers,
            [`other-${others.length + 1}-${Date.now().toString(36)}`]: {
              there: true,
              form: 'copy',
              copies: 1,
              source: 'citizen',
              file: null,
              note: '',
              name,
            },
          })
        }
      />
    </>
  )
}

type LineProps = {
  readonly name: string
  readonly forms: readonly PaperDraft['form'][]
  readonly isRequired: boolean
  readonly legalBasis: string | null
  readonly paper: PaperDraft
  readonly onChange: (fields: Partial<PaperDraft>) => void
  readonly onRemove?: () => void
}

function PaperLine({ name, forms, isRequired, legalBasis, paper, onChange, onRemove }: LineProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <li className={classes.paper} data-there={paper.there || undefined}>
      <Checkbox
        className={classes.paperName ?? ''}
        label={isRequired ? name : `${name} (${m.optional})`}
        description={legalBasis && m.legalBasis(legalBasis)}
        checked={paper.there}
        onChange={(event) => onChange({ there: event.currentTarget.checked })}
      />
      <div className={classes.paperFields}>
        <Select
          aria-label={m.formOf(name)}
          size="xs"
          w={150}
          data={forms.map((value) => ({ value, label: say(paperFormWords[value]) }))}
          value={paper.form}
          allowDeselect={false}
          disabled={!paper.there}
          onChange={(form) => onChange({ form: forms.find((one) => one === form) ?? paper.form })}
          comboboxProps={{ withinPortal: false }}
        />
        <NumberInput
          aria-label={m.copiesOf(name)}
          size="xs"
          w={64}
          min={0}
          max={50}
          hideControls
          disabled={!paper.there}
          value={paper.copies}
          onChange={(copies) => onChange({ copies: typeof copies === 'number' ? copies : 1 })}
        />
        <ScanButton
          name={name}
          file={paper.file}
          onChange={(file) => onChange(file ? { file, there: true } : { file })}
        />
        {onRemove && (
          <ActionIcon variant="subtle" aria-label={m.removeOther(name)} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </li>
  )
}

function AddOther({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const m = useMessages({ vi, en })
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() === '') return
    onAdd(name.trim())
    setName('')
  }
  return (
    <Group gap="xs" mt="sm" wrap="nowrap">
      <TextInput
        aria-label={m.otherPaper}
        placeholder={m.otherPaper}
        size="xs"
        flex={1}
        maw={380}
        value={name}
        maxLength={500}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          add()
        }}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={name.trim() === ''}
        onClick={add}
      >
        {m.addOther}
      </Button>
    </Group>
  )
}
