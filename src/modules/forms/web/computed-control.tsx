import { formatNumber } from '#kernel/number.ts'
import { FieldShell } from '#ui/field-shell.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { say } from '../domain/definition.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import type { ControlProps } from './form-context.ts'
import classes from './form-view.module.css'

/** A value that a formula gives: shown, said when it changes, never typed. */
export function ComputedControl({ field, label, hint, error, kept }: ControlProps & { readonly kept: unknown }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const isMoney = field.kind === 'money' || field.kind === 'fee'
  const suffix = isMoney ? m.dong : say(field.suffix, language)
  const text =
    typeof kept === 'number'
      ? `${field.kind === 'year' ? kept : formatNumber(kept)}${suffix && ` ${suffix}`}`
      : typeof kept === 'boolean'
        ? m[kept ? 'yes' : 'no']
        : typeof kept === 'string'
          ? field.kind === 'day'
            ? formatDay(kept)
            : kept
          : '—'
  return (
    <FieldShell id={null} label={label} hint={hint ?? m.computed} error={error}>
      <output className={classes.computed} aria-live="polite" aria-label={label}>
        {text}
      </output>
    </FieldShell>
  )
}
