import { StatusChip } from '#ui/status-chip.tsx'
import { useTexts } from './texts.ts'

/** Says that the content is an illustration; nothing where it is not. */
export function DemonstrationChip({ of: { demonstration } }: { readonly of: { readonly demonstration: boolean } }) {
  const m = useTexts()
  return demonstration ? (
    <span title={m.demonstrationHint}>
      <StatusChip tone="lamp">{m.demonstration}</StatusChip>
    </span>
  ) : null
}
