import { PasswordInput, TextInput } from '@mantine/core'
import type { FieldProps } from './form.tsx'

type Props = FieldProps<string> & {
  readonly type?: 'text' | 'password' | 'email'
  readonly placeholder?: string
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'email'
  readonly maxLength?: number
  readonly autoFocus?: boolean
}

/** One line of text. */
export function TextField({ value, onChange, hint, type = 'text', ...rest }: Props) {
  const Input = type === 'password' ? PasswordInput : TextInput
  return (
    <Input
      {...rest}
      {...(type === 'email' && { type })}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
