import { Button, Group, Menu, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { matches } from '#kernel/text.ts'
import type { FieldProps } from '#ui/form.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Measure } from '../contract.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'
import { insertMeasure, readFormula } from './formula-check.ts'

type Props = FieldProps<string> & { readonly measures: readonly Measure[] }

const MOST_OFFERED = 12

/** A formula that is checked and read aloud while it is typed; measures are put in from a list. */
export function FormulaField({ measures, value, onChange, ...rest }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const say = useProblemText()
  const input = useRef<HTMLTextAreaElement>(null)
  const reading = readFormula(value, measures, language)
  const put = (code: string) => {
    const cursor = input.current?.selectionStart ?? value.length
    const next = insertMeasure(value, cursor, code)
    onChange(next.text)
    // After the menu has given the focus back.
    setTimeout(() => {
      input.current?.focus()
      input.current?.setSelectionRange(next.cursor, next.cursor)
    }, 60)
  }
  return (
    <Stack gap={6}>
      <Textarea
        {...rest}
        ref={input}
        description={m.formulaHint}
        autosize
        minRows={2}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group gap="xs" align="center" wrap="nowrap">
        <MeasureMenu measures={measures} onChoose={put} />
        <Text size="sm" aria-live="polite" component="div">
          {reading.state === 'empty' && <span>{m.formulaEmpty}</span>}
          {reading.state === 'good' && m.formulaReads(reading.words)}
          {reading.state === 'wrong' &&
            reading.errors.map((error) => (
              <StatusChip key={`${error.code} ${JSON.stringify(error.values)}`} tone="bad">
                {say.detail({ path: '', code: error.code, message: '', values: error.values })}
              </StatusChip>
            ))}
        </Text>
      </Group>
    </Stack>
  )
}

function MeasureMenu({ measures, onChoose }: Pick<Props, 'measures'> & { readonly onChoose: (code: string) => void }) {
  const m = useMessages({ vi, en })
  const label = useLabel()
  const [search, setSearch] = useState('')
  const offered = measures
    .filter(({ code, name }) => search.trim() === '' || matches(search, `${code} ${name.vi} ${name.en}`) !== null)
    .slice(0, MOST_OFFERED)
  return (
    <Menu withinPortal={false} position="bottom-start" width={420} trapFocus={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} style={{ flex: 'none' }}>
          {m.insertMeasure}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: 8 }}>
          <TextField label={m.findMeasure} value={search} onChange={setSearch} />
        </div>
        {offered.map(({ code, name }) => (
          <Menu.Item key={code} onClick={() => onChoose(code)}>
            {label(name)}
            <Text span size="xs" c="dimmed" display="block">
              {code}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
