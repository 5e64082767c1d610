import { PasswordInput } from '@mantine/core'
import type { FieldProps } from './form.tsx'
import { TextBox } from './text-box.tsx'

type Props = FieldProps<string> & {
  readonly type?: 'text' | 'password' | 'email'
  readonly placeholder?: string
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'email'
  readonly maxLength?: number
  readonly autoFocus?: boolean
}

/** One line of text. */
export function TextField({ onChange, type = 'text', ...rest }: Props) {
  if (type !== 'password') return <TextBox {...rest} {...(type === 'email' && { type })} onType={onChange} />
  const { hint, ...shown } = rest
  return <PasswordInput {...shown} description={hint} onChange={(event) => onChange(event.currentTarget.value)} />
}
