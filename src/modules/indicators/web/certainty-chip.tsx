import { Tooltip } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { Cell } from '../contract.ts'
import type { Certainty } from '../domain/words.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

const TONES = { exact: 'good', estimated: 'lamp', 'not-derivable': 'neutral' } as const

/** How sure a number is; the reason on hover, and always beside it in the drawer. */
export function CertaintyChip({ certainty }: { readonly certainty: Certainty }) {
  const m = useMessages({ vi, en })
  return (
    <Tooltip label={m.certaintyWhy[certainty]}>
      <span>
        <StatusChip tone={TONES[certainty]}>{m.certainty[certainty]}</StatusChip>
      </span>
    </Tooltip>
  )
}

/** How sure the number is, or in words why there is none. */
export function StandingChip({ cell }: { readonly cell: Pick<Cell, 'state' | 'certainty'> }) {
  const m = useMessages({ vi, en })
  const hasNumber = cell.state === 'reported' || cell.state === 'zero'
  return hasNumber ? <CertaintyChip certainty={cell.certainty} /> : <StatusChip>{m.shortStates[cell.state]}</StatusChip>
}
