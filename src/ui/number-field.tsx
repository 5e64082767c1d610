import { useState } from 'react'
import { formatNumber, parseNumber } from '#kernel/number.ts'
import type { FieldProps } from './form.tsx'
import classes from './number-field.module.css'
import { TextBox } from './text-box.tsx'
import { useWords } from './words.ts'

type Props = FieldProps<number | null> & {
  /** Digits after the comma when shown. */
  readonly decimals?: number
  readonly unit?: string
  readonly placeholder?: string
  readonly 'aria-label'?: string
}

/** A number as people type it: 1.234,5 and 1234.5 are the same; leaving the field shows it the Vietnamese way. */
export function NumberField({ value, onChange, hint, decimals, unit, error, ...rest }: Props) {
  const words = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : formatNumber(value, decimals))
  const readable = typed === null || readNumber(typed) !== undefined
  // 1.234 could have meant 1,234: say how it is read while it is typed.
  const reading = typed !== null && value !== null && isAmbiguous(typed) ? words.readAs(formatNumber(value)) : hint

  const onType = (text: string) => {
    setTyped(text)
    const read = readNumber(text)
    onChange(read ?? null)
  }
  return (
    <TextBox
      {...rest}
      hint={reading}
      inputMode="decimal"
      autoComplete="off"
      className={classes.input ?? ''}
      value={shown}
      error={readable ? error : words.notANumber}
      onType={onType}
      onBlur={() => readable && setTyped(null)}
      unit={unit ? { text: unit, width: unitWidth(unit) } : undefined}
    />
  )
}

/** The number typed; null when nothing is; undefined when it cannot be read. */
function readNumber(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const read = parseNumber(text)
  return 'value' in read ? read.value : undefined
}

function isAmbiguous(text: string): boolean {
  const read = parseNumber(text)
  return 'value' in read && read.ambiguous
}

function unitWidth(unit: string): number {
  return Math.min(140, unit.length * 8 + 24)
}
