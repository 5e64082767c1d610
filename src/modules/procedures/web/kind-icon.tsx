import {
  IconBuildingBank,
  IconFlag,
  IconMessages,
  IconPackageExport,
  IconPencil,
  IconPlayerPlay,
  IconRubberStamp,
  IconSignature,
} from '@tabler/icons-react'
import type { NodeKind } from '../contract.ts'

const ICONS = {
  start: IconPlayerPlay,
  work: IconPencil,
  approve: IconSignature,
  consult: IconMessages,
  agency: IconBuildingBank,
  clerk: IconRubberStamp,
  return: IconPackageExport,
  end: IconFlag,
} as const

/** The sign of a kind of step; its word stands beside it. */
export function KindIcon({ kind }: { readonly kind: NodeKind }) {
  const Icon = ICONS[kind]
  return <Icon size={13} aria-hidden />
}
