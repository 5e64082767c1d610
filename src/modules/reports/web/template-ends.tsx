import { Stack } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { EditProps } from './edit-props.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { PlaceholderText } from './placeholder-text.tsx'

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** The letterhead, the abstract and the legal bases. */
export function TemplateHead({ body, onChange, mayEdit }: EditProps) {
  const m = useMessages({ vi, en })
  const { header } = body
  const set = (change: Partial<typeof header>) => onChange({ ...body, header: { ...header, ...change } })
  const field = (name: 'parentAgency' | 'agency' | 'place' | 'typeName' | 'symbol') => ({
    label: m.editor[name],
    value: header[name],
    disabled: !mayEdit,
    onChange: (text: string) => set({ [name]: text }),
  })
  return (
    <Section title={m.editor.head}>
      <Stack gap="md" maw={760}>
        <SelectField
          label={m.regime}
          options={[
            { value: 'cut-off', label: m.regimes['cut-off'] },
            { value: 'calendar', label: m.regimes.calendar },
          ]}
          value={body.regime}
          disabled={!mayEdit}
          onChange={(value) => onChange({ ...body, regime: value === 'calendar' ? 'calendar' : 'cut-off' })}
        />
        <TextField {...field('parentAgency')} />
        <TextField {...field('agency')} required />
        <TextField {...field('place')} required />
        <TextField {...field('typeName')} required />
        <TextField {...field('symbol')} required />
        <PlaceholderText
          label={m.editor.abstract}
          value={header.abstract}
          disabled={!mayEdit}
          onChange={(abstract) => set({ abstract: abstract.replaceAll('\n', ' ') })}
        />
        <Lines label={m.editor.bases} value={header.bases} disabled={!mayEdit} onChange={(bases) => set({ bases })} />
        <PlaceholderText
          label={m.editor.opening}
          value={header.opening}
          disabled={!mayEdit}
          onChange={(opening) => set({ opening })}
        />
      </Stack>
    </Section>
  )
}

/** The closing words, the recipients and the signer. */
export function TemplateFoot({ body, onChange, mayEdit }: EditProps) {
  const m = useMessages({ vi, en })
  const { closing, recipients, signer, demonstration } = body
  const disabled = !mayEdit
  return (
    <Section title={m.editor.foot}>
      <Stack gap="md" maw={760}>
        <PlaceholderText
          label={m.editor.closing}
          value={closing}
          disabled={disabled}
          onChange={(text) => onChange({ ...body, closing: text })}
        />
        <Lines
          label={m.editor.recipients}
          value={recipients}
          disabled={disabled}
          onChange={(list) => onChange({ ...body, recipients: list })}
        />
        <Lines
          label={m.editor.signerLines}
          value={signer.lines}
          disabled={disabled}
          onChange={(list) => onChange({ ...body, signer: { ...signer, lines: list } })}
        />
        <TextField
          label={m.editor.signerName}
          value={signer.name}
          disabled={disabled}
          onChange={(name) => onChange({ ...body, signer: { ...signer, name } })}
        />
        <CheckField
          label={m.editor.demonstration}
          value={demonstration}
          disabled={disabled}
          onChange={(shown) => onChange({ ...body, demonstration: shown })}
        />
      </Stack>
    </Section>
  )
}

type LinesProps = {
  readonly label: string
  readonly value: readonly string[]
  readonly disabled: boolean
  readonly onChange: (list: string[]) => void
}

/** A list typed one entry a line; an empty last line is kept while typing. */
function Lines({ label, value, disabled, onChange }: LinesProps) {
  return (
    <ParagraphField
      label={label}
      value={value.join('\n')}
      disabled={disabled}
      rows={3}
      onChange={(text) => onChange(text.endsWith('\n') ? text.split('\n') : lines(text))}
    />
  )
}
