import { Button, Group, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Expression } from '#kernel/rules/expression.ts'
import { formulaText } from '#kernel/rules/print.ts'
import { readFormula } from '#kernel/rules/read-formula.ts'
import type { Fields, ValueType } from '#kernel/rules/types.ts'
import { en, vi } from './condition-messages.ts'
import { useLanguage, useMessages } from './language.tsx'
import { ParagraphField } from './paragraph-field.tsx'
import { useProblemText } from './problem.tsx'

type Words = { readonly label: string; readonly hint?: string | undefined }
type Rule = { readonly type: ValueType; readonly names: Fields }

type TextProps = Words &
  Rule & {
    readonly text: string
    readonly onChange: (text: string, rule: Expression | null) => void
    /** Names that can be put in from a list. */
    readonly offered?: readonly { readonly name: string; readonly label: string }[]
  }

/** The text of a formula: what is wrong is said while it is typed, and only a right one is a rule. */
export function RuleText({ label, hint, text, type, names, offered = [], onChange }: TextProps) {
  const m = useMessages({ vi, en })
  const problems = useProblemText()
  const read = text.trim() === '' ? null : readFormula(text, names, type)
  const change = (next: string) => {
    const good = readFormula(next, names, type)
    onChange(next, 'expression' in good ? good.expression : null)
  }
  return (
    <>
      <ParagraphField
        label={label}
        hint={hint}
        rows={1}
        value={text}
        error={read && 'fault' in read ? problems.detail({ path: '', message: '', ...read.fault }) : undefined}
        onChange={change}
      />
      {offered.length > 0 && (
        <Group>
          <Menu withinPortal={false}>
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
                {m.insert}
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
              {offered.map(({ name, label: said }) => (
                <Menu.Item key={name} onClick={() => change(`${text} [${name}]`.trim())}>
                  {said}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
      )}
    </>
  )
}

type Props = Words &
  Rule & {
    readonly value: Expression | null
    readonly onChange: (rule: Expression | null) => void
  }

/** A rule as a formula over names. */
export function RuleField({ value, onChange, ...rest }: Props) {
  const { language } = useLanguage()
  const [typed, setTyped] = useState(() => (value === null ? '' : formulaText(value, language)))
  return (
    <RuleText
      {...rest}
      text={typed}
      onChange={(text, rule) => {
        setTyped(text)
        onChange(rule)
      }}
    />
  )
}
