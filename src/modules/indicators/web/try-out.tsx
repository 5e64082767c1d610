import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { decimalOf, decimalText } from '#kernel/decimal.ts'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'

type Input = z.input<typeof contract.defineIndicator.input>

type Props = {
  readonly measures: readonly contract.Measure[]
  readonly input: (examples: readonly Record<string, string>[]) => Omit<Input, 'examples'> & {
    readonly examples: readonly Record<string, string>[]
  }
}

/** Values for the measures of a formula, and what the server makes of them, before anything is saved. */
export function TryOut({ measures, input }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [values, setValues] = useState<Readonly<Record<string, number | null>>>({})
  const attempt = useChange(contract.defineIndicator)
  const run = () => {
    const example = Object.fromEntries(
      measures.flatMap(({ code }) => {
        const value = values[code] ?? null
        return value === null ? [] : [[code, decimalText(decimalOf(value))]]
      }),
    )
    const { examples, ...rest } = input([example])
    attempt.mutate({ ...rest, examples: [...examples] })
  }
  const result = attempt.data?.results[0]
  return (
    <Section title={m.tryOut} lead={m.tryOutLead}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {measures.map(({ code, name, unit, decimals }) => (
            <NumberField
              key={code}
              label={say(name)}
              unit={say(unit)}
              decimals={decimals}
              value={values[code] ?? null}
              onChange={(value) => setValues({ ...values, [code]: value })}
            />
          ))}
        </SimpleGrid>
        <Group>
          <Button variant="default" onClick={run} loading={attempt.isPending}>
            {m.check}
          </Button>
          <Text aria-live="polite">
            {attempt.data && `${m.checked(formatNumber(attempt.data.version))} `}
            {result &&
              m.tryResult(
                result.denominator === null
                  ? formatNumber(result.shown)
                  : `${formatNumber(result.numerator)} / ${formatNumber(result.denominator)} → ${formatNumber(result.shown)}`,
              )}
          </Text>
        </Group>
        {attempt.error && <ProblemAlert problem={attempt.error} />}
      </Stack>
    </Section>
  )
}
