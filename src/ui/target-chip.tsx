import { IconCheck, IconMinus, IconTrendingUp, IconX } from '@tabler/icons-react'
import { StatusChip } from './status-chip.tsx'
import { useWords } from './words.ts'

export type TargetStatus = 'met' | 'near' | 'missed' | 'unknown'

type Props = {
  readonly status: TargetStatus
  /** The target as the decision words it: "Trên 60%". */
  readonly target?: string
}

const FACE = {
  met: { tone: 'good', Icon: IconCheck },
  near: { tone: 'warning', Icon: IconTrendingUp },
  missed: { tone: 'bad', Icon: IconX },
  unknown: { tone: 'neutral', Icon: IconMinus },
} as const

/** Whether a target is reached, with the target itself. */
export function TargetChip({ status, target }: Props) {
  const words = useWords()
  const { tone, Icon } = FACE[status]
  return (
    <StatusChip tone={tone} icon={<Icon size={13} stroke={2.6} aria-hidden />}>
      <span style={{ whiteSpace: 'nowrap' }}>{words[status]}</span>
      {/* A target of several parts is a sentence: it breaks its lines rather than the table. */}
      {target && <span style={{ fontWeight: 400 }}>· {target}</span>}
    </StatusChip>
  )
}
