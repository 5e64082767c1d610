import { SimpleGrid } from '@mantine/core'
import type { Day } from '#kernel/calendar.ts'
import { DateField } from '#ui/date-field.tsx'
import type { FormState } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useTexts } from './texts.ts'

export type DecisionValue = {
  readonly number: string
  readonly issuedOn: Day | null
  readonly issuer: string
  readonly decisionTitle: string
}

export const NO_DECISION: DecisionValue = { number: '', issuedOn: null, issuer: '', decisionTitle: '' }

/** The decision as the contract takes it; null while nothing of it is filled in. */
export function decisionOf({ number, issuedOn, issuer, decisionTitle }: DecisionValue) {
  if (number === '' && issuer === '' && decisionTitle === '') return null
  return { number, issuedOn, issuer, title: decisionTitle }
}

/** The fields of the decision on which a change rests. */
export function DecisionFields<T extends DecisionValue & Record<string, unknown>>({
  form,
}: {
  readonly form: FormState<T>
}) {
  const m = useTexts()
  // The four fields belong to every form that is given here.
  const field = form.field as unknown as FormState<DecisionValue>['field']
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextField {...field('number')} label={m.decisionNumber} />
      <DateField {...field('issuedOn')} label={m.issuedOn} />
      <TextField {...field('issuer')} label={m.issuer} />
      <TextField {...field('decisionTitle')} label={m.decisionTitle} />
    </SimpleGrid>
  )
}
