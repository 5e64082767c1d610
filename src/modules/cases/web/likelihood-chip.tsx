import type { z } from 'zod'
import { formatPercent } from '#kernel/number.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ForecastShown } from '../contract.ts'
import { useNotifyTexts } from './notify-texts.ts'

/** How likely a case is late, from counts; never colour alone. */
export function LikelihoodChip({ forecast }: { readonly forecast: z.output<typeof ForecastShown> | null }) {
  const m = useNotifyTexts()
  if (forecast === null || forecast.ofCases === 0) return <StatusChip>{m.notEnough}</StatusChip>
  const share = forecast.late / forecast.ofCases
  return (
    <StatusChip tone={share >= 0.5 ? 'bad' : share >= 0.2 ? 'warning' : 'good'}>
      {formatPercent(forecast.late, forecast.ofCases, 0)}
    </StatusChip>
  )
}
