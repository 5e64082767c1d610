import { Input } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import classes from './field-shell.module.css'
import theme from './theme.module.css'

type Props = {
  /** Of the box inside: its label leads to it. `null`: nothing is typed here, the label is words alone. */
  readonly id: string | null
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean | undefined
  readonly children: ReactNode
}

const named = (...names: readonly (string | undefined)[]) => names.join(' ')
const label = named(Input.classes.label, theme.label)
const hintClass = named(Input.classes.description, theme.hint)

/**
 * Label, hint and error around a box: the elements and the face of Mantine's `Input.Wrapper`, without working out the style of each part with
 * every letter. A form of three hundred fields is felt.
 */
export function FieldShell({ id, label: words, hint, error, required, children }: Props) {
  const sign = required && (
    <span className={Input.classes.required} aria-hidden>
      {' *'}
    </span>
  )
  return (
    <div className={Input.classes.root}>
      {words &&
        (id === null ? (
          <div className={label}>
            {words}
            {sign}
          </div>
        ) : (
          <label id={`${id}-label`} htmlFor={id} className={label}>
            {words}
            {sign}
          </label>
        ))}
      {hint && (
        <p id={id === null ? undefined : hintId(id)} className={hintClass}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={id === null ? undefined : errorId(id)} className={Input.classes.error}>
          {error}
        </p>
      )}
    </div>
  )
}

/** What is said of the box beside its label. */
export function describedBy(id: string, { hint, error }: Pick<Props, 'hint' | 'error'>): string | undefined {
  const said = [...(error ? [errorId(id)] : []), ...(hint ? [hintId(id)] : [])]
  return said.length > 0 ? said.join(' ') : undefined
}

const hintId = (id: string) => `${id}-description`
const errorId = (id: string) => `${id}-error`

type FrameProps = Pick<Props, 'hint' | 'error' | 'children'> & {
  /** Stands inside the box at its end, so wide. */
  readonly unit?: { readonly text: string; readonly width: number } | undefined
}

/** The frame that the theme draws around an `input` of class `boxClass`. */
export function BoxFrame({ hint, error, unit, children }: FrameProps) {
  return (
    <div
      className={named(Input.classes.wrapper, classes.frame)}
      data-size="sm"
      data-variant="default"
      data-hint={hint ? true : undefined}
      data-error={error ? true : undefined}
      data-with-right-section={unit ? true : undefined}
      style={unit && ({ '--input-right-section-width': `${unit.width / 16}rem` } as CSSProperties)}
    >
      {children}
      {unit && (
        <div className={named(Input.classes.section, classes.unit)} data-position="right">
          <span>{unit.text}</span>
        </div>
      )}
    </div>
  )
}

export const boxClass = named(Input.classes.input, theme.input)
