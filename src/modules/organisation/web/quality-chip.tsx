import { StatusChip } from '#ui/status-chip.tsx'
import { useTexts } from './texts.ts'

/** A chip for how sure a part is. */
export function QualityChip({ quality }: { readonly quality: 'exact' | 'estimated' | 'not-derivable' }) {
  const m = useTexts()
  const tone = { exact: 'good', estimated: 'warning', 'not-derivable': 'bad' } as const
  return <StatusChip tone={tone[quality]}>{m[quality]}</StatusChip>
}
