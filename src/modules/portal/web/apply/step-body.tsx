import { Stack, Text } from '@mantine/core'
import { isDay } from '#kernel/calendar.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Draft } from '../../contract.ts'
import { ACTING_FOR, type Fields, type FieldValue, text } from '../../domain/draft.ts'
import { KnownParty } from './known-party.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { PaperField } from './paper-field.tsx'
import type { Step } from './steps.ts'
import { useVouched } from './use-vouched.ts'

type Props = {
  readonly step: Step
  readonly draft: Draft
  readonly fields: Fields
  readonly change: (name: string, value: FieldValue) => void
}

/** What is asked on one page. */
export function StepBody(props: Props) {
  const m = useMessages({ vi, en })
  const { step, draft, fields, change } = props
  const { key } = step
  if (key === 'acting')
    return (
      <Choice
        {...props}
        name="actingFor"
        label={m.titles.acting}
        options={ACTING_FOR.filter((value) => value !== 'organisation' || kindsOf(draft).length > 0).map((value) => ({
          value,
          label: m.acting[value],
        }))}
      />
    )
  if (key === 'subject' || key === 'representative') return <Party {...props} role={key} />
  if (key === 'proof')
    return <PaperField title={m.titles.proof} name="representative.proof" fields={fields} change={change} />
  if (key === 'place')
    return (
      <SelectField
        name="unitId"
        label={m.titles.place}
        required
        options={draft.procedure.places.map(({ id, name }) => ({ value: id, label: name }))}
        value={text(fields, 'unitId') || null}
        onChange={(value) => change('unitId', value ?? '')}
      />
    )
  if (key === 'result')
    return (
      <Choice
        {...props}
        name="returnWay"
        label={m.titles.result}
        options={(['desk', 'post', 'online'] as const).map((value) => ({ value, label: m.result[value] }))}
      />
    )
  if (key.startsWith('paper.')) return <Paper {...props} />
  return <Question {...props} />
}

type Options = {
  readonly name: string
  readonly label: string
  readonly options: readonly { value: string; label: string }[]
}

function Choice({ name, label, options, fields, change }: Props & Options) {
  return (
    <ChoiceField
      name={name}
      label={label}
      options={options}
      value={text(fields, name) || null}
      onChange={(value) => change(name, value)}
    />
  )
}

const KINDS = ['enterprise', 'organisation', 'household-business'] as const

/** The kinds of organisation that the procedure is for. */
const kindsOf = ({ procedure }: Draft) => KINDS.filter((kind) => procedure.applicants.includes(kind))

function Party({ draft, fields, change, role }: Props & { readonly role: 'subject' | 'representative' }) {
  const m = useMessages({ vi, en })
  const vouched = useVouched(role, fields)
  const line = (part: keyof typeof m.party, more: object = {}) => {
    const name = `${role}.${part}`
    return (
      <TextField
        name={name}
        label={m.party[part]}
        value={text(fields, name)}
        onChange={(value) => change(name, value)}
        {...more}
        {...(vouched?.mark(part) && { hint: vouched.mark(part) })}
      />
    )
  }
  if (role === 'representative')
    return (
      <Stack gap="md">
        <KnownParty role={role} vouched={vouched} fields={fields} change={change} />
        {line('name', { required: true, autoComplete: 'name' })}
        {line('ground', { required: true, hint: m.groundHint })}
        {line('identityNumber', { inputMode: 'numeric', hint: m.optional })}
        {line('phone', { inputMode: 'numeric', autoComplete: 'tel' })}
        {line('email', { type: 'email', autoComplete: 'email' })}
      </Stack>
    )
  if (text(fields, 'actingFor') === 'organisation')
    return (
      <Stack gap="md">
        <ChoiceField
          name="subject.kind"
          label={m.kind}
          options={kindsOf(draft).map((value) => ({ value, label: m.kinds[value] }))}
          value={text(fields, 'subject.kind') || null}
          onChange={(value) => change('subject.kind', value)}
        />
        <TextField
          name="subject.name"
          label={m.nameOfOrganisation}
          required
          value={text(fields, 'subject.name')}
          onChange={(value) => change('subject.name', value)}
        />
        <TextField
          name="subject.taxCode"
          label={m.taxCode}
          required
          inputMode="numeric"
          value={text(fields, 'subject.taxCode')}
          onChange={(value) => change('subject.taxCode', value)}
        />
        {line('address')}
      </Stack>
    )
  const born = text(fields, 'subject.bornOn')
  return (
    <Stack gap="md">
      <KnownParty role={role} vouched={vouched} fields={fields} change={change} />
      {line('name', { required: true })}
      <DateField
        name="subject.bornOn"
        label={m.party.bornOn}
        hint={vouched?.mark('bornOn')}
        value={isDay(born) ? born : null}
        onChange={(value) => change('subject.bornOn', value ?? '')}
      />
      <ChoiceField
        name="subject.gender"
        label={m.party.gender}
        options={[
          { value: 'male', label: m.male },
          { value: 'female', label: m.female },
        ]}
        value={text(fields, 'subject.gender') || null}
        onChange={(value) => change('subject.gender', value)}
      />
      {line('identityNumber', { inputMode: 'numeric', hint: m.optional })}
      {line('address')}
      {line('phone', { inputMode: 'numeric' })}
      {line('email', { type: 'email' })}
    </Stack>
  )
}

function Paper({ step, draft, fields, change }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const paper = draft.procedure.papers.find(({ code }) => step.key === `paper.${code}`)
  if (!paper) return null
  return (
    <Stack gap="md">
      {paper.legalBasis && <Text c="dimmed">{m.paperWhy(paper.legalBasis)}</Text>}
      {!paper.required && <Text>{m.paperOptional}</Text>}
      <PaperField title={say(paper.name)} name={step.key} fields={fields} change={change} mayBring />
    </Stack>
  )
}

function Question({ step, draft, fields, change }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const name = step.key
  const question = draft.procedure.questions.find((one) => name === `answers.${one.name}`)
  if (!question) return null
  const label = say(question.label)
  const value = fields[name] ?? null
  if (question.type === 'boolean')
    return (
      <ChoiceField
        name={name}
        label={label}
        options={[
          { value: 'yes', label: m.yes },
          { value: 'no', label: m.no },
        ]}
        value={value === true ? 'yes' : value === false ? 'no' : null}
        onChange={(chosen) => change(name, chosen === 'yes')}
      />
    )
  if (question.type === 'choice')
    return (
      <ChoiceField
        name={name}
        label={label}
        options={question.choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))}
        value={typeof value === 'string' ? value : null}
        onChange={(chosen) => change(name, chosen)}
      />
    )
  return <TextField name={name} label={label} value={text(fields, name)} onChange={(typed) => change(name, typed)} />
}
