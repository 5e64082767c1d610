import { CheckField, ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ManyField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '../domain/definition.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { type ControlProps, useFilling } from './form-context.ts'

/** So few choices are all shown; more are a list. */
const MOST_SHOWN = 6

/** A field with one box, or a few to tick. */
export function SimpleControl({ field, raw, onChange, ...rest }: ControlProps) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const { today } = useFilling()
  const shared = { ...rest, name: field.name }
  const text = typeof raw === 'string' ? raw : typeof raw === 'number' ? String(raw) : ''
  const options = field.choices.map(({ value, label }) => ({ value, label: say(label, language) }))
  const suffix = say(field.suffix, language)
  const kind: string = field.kind
  switch (kind) {
    case 'paragraph':
      return <ParagraphField {...shared} value={text} onChange={onChange} />
    case 'number':
    case 'money': {
      const unit = field.kind === 'money' ? m.dong : suffix
      return (
        <NumberField
          {...shared}
          value={typeof raw === 'number' ? raw : null}
          onChange={onChange}
          {...(unit && { unit })}
        />
      )
    }
    case 'year':
      return (
        <TextField
          {...shared}
          value={text}
          inputMode="numeric"
          maxLength={4}
          onChange={(typed) => onChange(/^\d{1,4}$/.test(typed) ? Number(typed) : typed === '' ? null : typed)}
        />
      )
    case 'day':
      return (
        <DateField
          {...shared}
          value={text || null}
          onChange={onChange}
          {...(field.past && { to: today })}
          {...(field.future && { from: today })}
        />
      )
    case 'time':
      return (
        <TextField
          {...shared}
          hint={rest.hint ?? m.timeHint}
          value={text}
          onChange={onChange}
          inputMode="numeric"
          maxLength={5}
        />
      )
    case 'yes-no':
      return (
        <ChoiceField
          {...shared}
          value={typeof raw === 'boolean' ? String(raw) : null}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
          options={[
            { value: 'true', label: m.yes },
            { value: 'false', label: m.no },
          ]}
        />
      )
    case 'consent':
      return <CheckField {...shared} value={raw === true} onChange={onChange} />
    case 'gender':
      return (
        <ChoiceField
          {...shared}
          value={text || null}
          onChange={onChange}
          options={(['male', 'female', 'other'] as const).map((value) => ({ value, label: m[value] }))}
        />
      )
    case 'choice':
      return options.length <= MOST_SHOWN ? (
        <ChoiceField {...shared} value={text || null} onChange={onChange} options={options} />
      ) : (
        <SelectField
          {...shared}
          value={text || null}
          onChange={onChange}
          options={options}
          clearable={!rest.required}
        />
      )
    case 'choices':
      return (
        <ManyField
          {...shared}
          value={Array.isArray(raw) ? (raw as string[]) : []}
          onChange={onChange}
          options={options}
        />
      )
    case 'identity-number':
    case 'tax-code':
    case 'phone':
      return (
        <TextField
          {...shared}
          value={text}
          onChange={onChange}
          inputMode={field.kind === 'identity-number' ? 'text' : 'numeric'}
        />
      )
    case 'email':
      return <TextField {...shared} value={text} onChange={onChange} type="email" inputMode="email" />
    default:
      return (
        <TextField
          {...shared}
          value={text}
          onChange={onChange}
          {...(field.kind === 'code' && field.mask && { placeholder: field.mask })}
        />
      )
  }
}
