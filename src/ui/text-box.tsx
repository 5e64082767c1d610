import { type ChangeEvent, useId } from 'react'
import { BoxFrame, boxClass, describedBy, FieldShell } from './field-shell.tsx'
import type { FieldProps } from './form.tsx'

type Props = Omit<FieldProps<string>, 'onChange'> & {
  readonly onType: (text: string) => void
  readonly onBlur?: () => void
  readonly type?: 'text' | 'email'
  readonly placeholder?: string
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email'
  readonly maxLength?: number
  readonly autoFocus?: boolean
  readonly 'aria-label'?: string
  readonly className?: string
  readonly unit?: { readonly text: string; readonly width: number } | undefined
}

/** A box for one line, with its label, hint and error. */
export function TextBox({ label, hint, error, unit, className, onType, ...box }: Props) {
  const id = useId()
  return (
    <FieldShell id={id} label={label} hint={hint} error={error} required={box.required}>
      <BoxFrame hint={hint} error={error} unit={unit}>
        <input
          {...box}
          id={id}
          className={className ? `${boxClass} ${className}` : boxClass}
          data-error={error ? true : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
          onChange={(event: ChangeEvent<HTMLInputElement>) => onType(event.currentTarget.value)}
        />
      </BoxFrame>
    </FieldShell>
  )
}
