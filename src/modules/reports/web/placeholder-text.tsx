import { Button, Menu, Text } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { brokenPlaceholders } from '../domain/placeholder.ts'
import { problems } from '../domain/problems.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly disabled?: boolean
  readonly rows?: number
  /** Keys of the template's groups; without them `unit=` is not checked here (the server does). */
  readonly groups?: readonly string[]
  readonly onChange: (text: string) => void
}

const SOURCES = {
  period: '{{period}}',
  range: '{{period.range}}',
  rest: '{{period.rest}}',
  unit: '{{unit}}',
  indicator: '{{indicator:I.01}}',
  measure: '{{measure:ma_so_lieu}}',
  change: '{{indicator:I.01 | as=change}}',
} as const

/** Wording with placeholders: they are chosen from a list, and a wrong one is named while it is typed. */
export function PlaceholderText({ label, value, disabled = false, rows = 3, groups, onChange }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const known = new Set(groups ?? value.match(/(?<=unit=)[a-z0-9.-]+/g) ?? [])
  const wrong = brokenPlaceholders(value, known).map(
    ({ reason, word }) => problems[`reports/${reason}`]?.[language]({ word }) ?? word,
  )
  return (
    <div>
      <ParagraphField
        label={label}
        value={value}
        disabled={disabled}
        rows={rows}
        onChange={onChange}
        error={wrong.length > 0 ? wrong.join(' ') : undefined}
      />
      {!disabled && (
        <Menu position="bottom-start" withinPortal={false}>
          <Menu.Target>
            <Button
              mt={4}
              size="compact-xs"
              variant="default"
              leftSection={<IconBraces size={13} aria-hidden />}
              aria-label={`${m.editor.fields}: ${label}`}
            >
              {m.editor.fields}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {Object.entries(SOURCES).map(([name, source]) => (
              <Menu.Item
                key={name}
                onClick={() => onChange(`${value}${value && !value.endsWith('\n') ? ' ' : ''}${source}`)}
              >
                {m.editor.fieldNames[name as keyof typeof SOURCES]}
                <Text size="xs" c="dimmed" ff="monospace">
                  {source}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
