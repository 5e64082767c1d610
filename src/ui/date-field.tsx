import { DateInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import type { Day } from '#kernel/calendar.ts'
import type { FieldProps } from './form.tsx'
import { useLanguage } from './language.tsx'
import { useWords } from './words.ts'

type Props = FieldProps<Day | null> & { readonly from?: Day; readonly to?: Day; readonly clearable?: boolean }

/** A calendar day, typed as 25/12/2026 or picked. */
export function DateField({ value, onChange, hint, from, to, clearable = true, ...rest }: Props) {
  const words = useWords()
  const { language } = useLanguage()
  return (
    <DateInput
      {...rest}
      description={hint}
      value={value}
      onChange={onChange}
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder={words.dayHint}
      clearable={clearable && !rest.required}
      clearButtonProps={{ 'aria-label': words.clear }}
      hideOutsideDates
      {...(from && { minDate: from })}
      {...(to && { maxDate: to })}
      leftSection={<IconCalendar size={16} aria-hidden />}
      leftSectionPointerEvents="none"
      // Inside the page's landmarks, so that a screen reader finds it next to its field.
      popoverProps={{ withinPortal: false }}
      ariaLabels={{
        nextMonth: words.nextMonth,
        previousMonth: words.previousMonth,
        nextYear: words.nextYear,
        previousYear: words.previousYear,
      }}
    />
  )
}
