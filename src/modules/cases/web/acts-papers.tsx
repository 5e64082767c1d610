import { ActionIcon, Box, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useLabel, useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { PAPER_FORMS } from '../domain/words.ts'
import { ActForm, type ActProps } from './act-form.tsx'
import { en } from './act-messages.en.ts'
import { vi } from './act-messages.vi.ts'
import type { PaperDraft } from './intake-draft.ts'
import { useProcedure } from './procedure-source.ts'
import { ScanButton } from './scan-button.tsx'
import { paperFormWords } from './words.ts'

type Checked = { readonly code: string; readonly name: string; readonly fine: boolean; readonly note: string }

/** Looked at, paper by paper, without moving the case. */
export function CheckAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const start = props.one.papers.map(({ code, name }): Checked => ({ code, name, fine: true, note: '' }))
  return (
    <ActForm
      {...props}
      act="check"
      contract={contract.checkCase}
      start={{ papers: start as readonly Checked[], note: '' }}
      input={({ papers, note }, on) => ({
        ...on,
        note,
        papers: papers.map(({ code, fine, note: each }) => ({ code, fine, note: each })),
      })}
    >
      {(form) => (
        <>
          <Stack gap="xs">
            {form.value.papers.map((paper, place) => {
              const set = (fields: Partial<Checked>) =>
                form.change({
                  papers: form.value.papers.map((one, at) => (at === place ? { ...one, ...fields } : one)),
                })
              return (
                <div key={paper.code}>
                  <Checkbox
                    label={m.fineOf(paper.name)}
                    checked={paper.fine}
                    onChange={(event) => set({ fine: event.currentTarget.checked })}
                  />
                  {!paper.fine && (
                    <TextInput
                      mt={4}
                      size="xs"
                      aria-label={m.noteOf(paper.name)}
                      placeholder={m.note}
                      value={paper.note}
                      onChange={(event) => set({ note: event.currentTarget.value })}
                    />
                  )}
                </div>
              )
            })}
          </Stack>
          <ParagraphField {...form.field('note')} label={m.note} rows={2} />
        </>
      )}
    </ActForm>
  )
}

type Wanted = {
  readonly code: string
  readonly name: string
  /** Not on the procedure's list: its name goes along. */
  readonly isOther: boolean
  readonly form: (typeof PAPER_FORMS)[number]
  readonly copies: number
}

/** Form 02: which papers, in what form, and why. */
export function AskSupplementAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { missingPapers } = props.one
  const start = missingPapers.map(
    ({ code, name }): Wanted => ({ code, name: say(name), isOther: false, form: 'copy', copies: 1 }),
  )
  return (
    <ActForm
      {...props}
      act="ask-supplement"
      contract={contract.askSupplement}
      start={{ papers: start as readonly Wanted[], reason: '' }}
      input={({ papers, reason }, on) => ({
        ...on,
        reason,
        papers: papers.map(({ code, name, isOther, form, copies }) => ({
          code,
          form,
          copies,
          ...(isOther && { name }),
        })),
      })}
    >
      {(form) => (
        <>
          <WantedPapers one={props.one} papers={form.value.papers} onChange={(papers) => form.change({ papers })} />
          <ParagraphField {...form.field('reason')} label={m.reason} required />
        </>
      )}
    </ActForm>
  )
}

type WantedProps = {
  readonly one: contract.CaseDetail
  readonly papers: readonly Wanted[]
  readonly onChange: (papers: readonly Wanted[]) => void
}

function WantedPapers({ one, papers, onChange }: WantedProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { found } = useProcedure(one.procedureCode)
  const [other, setOther] = useState('')
  const listed = (found?.content.papers ?? []).filter(({ code }) => !papers.some((paper) => paper.code === code))
  const add = (paper: Omit<Wanted, 'form' | 'copies'>, form: Wanted['form'] = 'copy') =>
    onChange([...papers, { ...paper, form, copies: 1 }])
  const set = (code: string, fields: Partial<Wanted>) =>
    onChange(papers.map((paper) => (paper.code === code ? { ...paper, ...fields } : paper)))
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {m.papersAsked}
      </Text>
      {papers.map((paper) => (
        <Group key={paper.code} gap="xs">
          <Text size="sm" flex="1 1 220px">
            {paper.name}
          </Text>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <SelectField
              label={m.form}
              value={paper.form}
              onChange={(form) => set(paper.code, { form: PAPER_FORMS.find((one) => one === form) ?? 'copy' })}
              options={PAPER_FORMS.map((value) => ({ value, label: say(paperFormWords[value]) }))}
            />
            <ActionIcon
              variant="subtle"
              mb={6}
              aria-label={m.removePaper(paper.name)}
              onClick={() => onChange(papers.filter(({ code }) => code !== paper.code))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      ))}
      {listed.length > 0 && (
        <SelectField
          label={m.addPaper}
          value={null}
          options={listed.map(({ code, name }) => ({ value: code, label: say(name) }))}
          onChange={(code) => {
            const paper = listed.find((one) => one.code === code)
            if (paper) add({ code: paper.code, name: say(paper.name), isOther: false }, paper.forms[0])
          }}
        />
      )}
      <Group gap="xs" align="flex-end">
        <Box flex="1 1 220px">
          <TextField label={m.paperName} value={other} onChange={setOther} maxLength={500} />
        </Box>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={other.trim() === ''}
          onClick={() => {
            add({ code: `other-${Date.now().toString(36)}`, name: other.trim(), isOther: true })
            setOther('')
          }}
        >
          {m.addPaper}
        </Button>
      </Group>
    </Stack>
  )
}

type Supplied = PaperDraft & { readonly code: string; readonly label: string }

/** What the citizen brings after form 02. */
export function SupplementAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const start = props.one.missingPapers.map(
    ({ code, name }): Supplied => ({
      code,
      label: say(name),
      there: false,
      form: 'copy',
      copies: 1,
      source: 'citizen',
      file: null,
      note: '',
    }),
  )
  return (
    <ActForm
      {...props}
      act="supplement"
      contract={contract.supplementCase}
      start={{ papers: start as readonly Supplied[], note: '' }}
      input={({ papers, note }, on) => ({
        ...on,
        note,
        papers: papers
          .filter(({ there }) => there)
          .map(({ code, form, copies, source, file, note: each }) => ({
            code,
            form,
            copies,
            source,
            fileId: file?.id ?? null,
            note: each,
          })),
      })}
    >
      {(form) => {
        const set = (code: string, fields: Partial<Supplied>) =>
          form.change({
            papers: form.value.papers.map((paper) => (paper.code === code ? { ...paper, ...fields } : paper)),
          })
        return (
          <>
            <Text size="sm" fw={600}>
              {m.supplied}
            </Text>
            {form.value.papers.map((paper) => (
              <Group key={paper.code} gap="xs" justify="space-between">
                <Checkbox
                  label={paper.label}
                  checked={paper.there}
                  onChange={(event) => set(paper.code, { there: event.currentTarget.checked })}
                />
                <Group gap="xs">
                  <NumberField
                    label=""
                    aria-label={`${m.copies}: ${paper.label}`}
                    value={paper.copies}
                    onChange={(copies) => set(paper.code, { copies: copies ?? 1 })}
                  />
                  <ScanButton
                    name={paper.label}
                    file={paper.file}
                    onChange={(file) => set(paper.code, file ? { file, there: true } : { file })}
                  />
                </Group>
              </Group>
            ))}
            <ParagraphField {...form.field('note')} label={m.note} rows={2} />
          </>
        )
      }}
    </ActForm>
  )
}
