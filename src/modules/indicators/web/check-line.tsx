import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { Check } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly check: z.output<typeof Check>; readonly part?: string }

/** "47/47 dòng, tổng khớp": what is listed, and whether it adds up to the figure above it. */
export function CheckLine({ check, part }: Props) {
  const m = useMessages({ vi, en })
  const { listed, total, sum, figure, agrees } = check
  const rows = m.checkLine(formatNumber(listed), formatNumber(total))
  const said = agrees
    ? `${rows}, ${m.checkAgrees}${sum === null ? '' : `: ${formatNumber(sum)}`}`
    : `${rows}, ${m.checkDiffers(formatNumber(sum), formatNumber(figure))}`
  return (
    <StatusChip tone={agrees ? 'good' : 'bad'}>
      {part && `${part}: `}
      {said}
    </StatusChip>
  )
}
