import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { useMay } from '#ui/session.tsx'
import type { CaseSummary } from '../contract.ts'
import { nextState } from '../domain/lifecycle.ts'
import type { List } from '../domain/words.ts'
import { type BulkAct, BulkDialog } from './bulk-dialog.tsx'
import classes from './cases.module.css'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'
import { actButtons, actWords } from './words.ts'

const BULK: readonly BulkAct[] = ['receive', 'assign', 'forward', 'decide', 'return']
const PERMISSIONS = {
  receive: 'cases:receive',
  assign: 'cases:process',
  forward: 'cases:process',
  decide: 'cases:approve',
  return: 'cases:receive',
} as const

type Props = {
  readonly chosen: readonly CaseSummary[]
  readonly list: List
  /** After the results were looked at. */
  readonly onDone: () => void
}

/** What can be done with all ticked cases at once; stays in sight while the list scrolls. */
export function BulkBar({ chosen, list, onDone }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const may = useMay()
  const [act, setAct] = useState<{ readonly act: BulkAct; readonly cases: readonly CaseSummary[] } | null>(null)
  const possible = BULK.filter(
    (one) => may(PERMISSIONS[one]) && chosen.some(({ business }) => nextState(business, one, null) !== null),
  )
  return (
    <>
      {chosen.length > 0 && (
        <section className={classes.bulk} aria-label={m.bulk}>
          <Group gap="sm">
            <Text size="sm" fw={600} aria-live="polite">
              {m.selected(formatNumber(chosen.length))}
            </Text>
            {possible.map((one) => (
              <Button
                key={one}
                size="sm"
                variant={one === mainAct(possible, list) ? 'filled' : 'default'}
                onClick={() => setAct({ act: one, cases: chosen })}
              >
                {say(actButtons[one] ?? actWords[one])}
              </Button>
            ))}
            <Button size="sm" variant="subtle" onClick={onDone} ms="auto">
              {m.clearSelection}
            </Button>
          </Group>
        </section>
      )}
      {act && (
        <BulkDialog
          act={act.act}
          cases={act.cases}
          onClose={(isDone) => {
            setAct(null)
            if (isDone) onDone()
          }}
        />
      )}
    </>
  )
}

/** What a list is worked through for stands out. */
function mainAct(possible: readonly BulkAct[], list: List): BulkAct | undefined {
  const wanted: Partial<Record<List, BulkAct>> = { 'to-receive': 'receive', 'to-return': 'return' }
  const one = wanted[list]
  if (one && possible.includes(one)) return one
  return possible.includes('decide') ? 'decide' : possible[0]
}
