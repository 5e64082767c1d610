import { Button, Group, Text, VisuallyHidden } from '@mantine/core'
import { IconAlertCircle, IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import type { Trouble } from '../domain/answer.ts'
import { type Column, say } from '../domain/definition.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { troubleText, useFilling } from './form-context.ts'

/** The heads of the columns; never drawn again while somebody types. */
export const TableHead = memo(function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  return (
    <thead>
      <tr>
        <th scope="col">{m.row}</th>
        {columns.map((column) => (
          <th key={column.name} scope="col" data-kind={column.kind}>
            {say(column.label, language)}
            {column.required && column.value === null ? ' *' : ''}
          </th>
        ))}
        <th scope="col">
          <VisuallyHidden>{m.removing}</VisuallyHidden>
        </th>
      </tr>
    </thead>
  )
})

type FootProps = {
  readonly name: string
  readonly rows: number
  readonly isFull: boolean
  /** What was pasted. */
  readonly said: string
  /** How many cells are wrong, and the first of them. */
  readonly wrong: number
  readonly first: Trouble | undefined
  readonly onAdd: () => void
  readonly onWrong: (path: string) => void
}

/** What can be done below the rows, and what is said of them; drawn again when that changes. */
export const TableFoot = memo(function TableFoot(props: FootProps) {
  const { name, rows, isFull, said, wrong, first, onAdd, onWrong } = props
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const { store } = useFilling()
  return (
    <Group gap="sm" mt={8}>
      <Button
        variant="default"
        size="xs"
        name={name}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={onAdd}
        disabled={isFull}
      >
        {m.addRow}
      </Button>
      <Text size="xs" c="dimmed" aria-live="polite">
        {m.rows(formatNumber(rows))}
        {said && ` · ${said}`}
      </Text>
      {first && (
        <Button
          variant="subtle"
          color="bad"
          size="compact-xs"
          leftSection={<IconAlertCircle size={14} aria-hidden />}
          onClick={() => onWrong(first.path)}
        >
          {`${m.cellsWrong(formatNumber(wrong))}: ${troubleText(store.form.definition, first, language)} ${m.nextWrong}`}
        </Button>
      )}
    </Group>
  )
}, isSame)

/** The handlers are new with each letter and do the same: they look at the rows there are when a button is pressed. */
function isSame(a: FootProps, b: FootProps): boolean {
  return (
    a.rows === b.rows &&
    a.isFull === b.isFull &&
    a.said === b.said &&
    a.wrong === b.wrong &&
    a.first?.path === b.first?.path &&
    a.first?.code === b.first?.code
  )
}
