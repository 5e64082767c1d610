import { Textarea } from '@mantine/core'
import type { FieldProps } from './form.tsx'

type Props = FieldProps<string> & { readonly rows?: number; readonly placeholder?: string; readonly maxLength?: number }

/** Several lines of text; the box grows with what is typed. */
export function ParagraphField({ value, onChange, hint, rows = 3, ...rest }: Props) {
  return (
    <Textarea
      {...rest}
      autosize
      minRows={rows}
      maxRows={16}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
