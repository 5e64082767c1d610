export const SHEET_ACTS = ['submit', 'approve', 'return', 'reopen'] as const
export type SheetAct = (typeof SHEET_ACTS)[number]

/** `none`: nothing typed yet. `approved`: signed by some, waiting for the next level. `final`: the whole chain has signed. */
export const SHEET_STATUSES = ['none', 'draft', 'returned', 'submitted', 'approved', 'final'] as const
export type SheetStatus = (typeof SHEET_STATUSES)[number]

export type Standing = {
  /** 0 draft, 1 submitted, 1 + n approved by n levels above. */
  readonly stage: number
  readonly returned: boolean
  /** How many levels above must approve: at most as many as there are. */
  readonly levels: number
}

/** What the stage is called. */
export function statusOf({ stage, returned, levels }: Standing): SheetStatus {
  if (stage === 0) return returned ? 'returned' : 'draft'
  if (stage > levels) return 'final'
  return stage === 1 ? 'submitted' : 'approved'
}

/** Whether the numbers may be changed. Everything from submission on is locked until it is returned or reopened. */
export function isOpen({ stage }: Pick<Standing, 'stage'>): boolean {
  return stage === 0
}

export type Move = {
  readonly stage: number
  readonly returned: boolean
  /** In whose name: 0 the unit itself, n the n-th unit above it. */
  readonly by: number
}

/**
 * Where an act leads and who must do it, or `null` when it is not possible from here. Submitting is the unit's; approving
 * and returning belong to the level whose turn it is; reopening to the level that signed last (the unit itself, when no
 * level has to sign).
 */
export function moveOf(act: SheetAct, { stage, levels }: Standing): Move | null {
  switch (act) {
    case 'submit':
      return stage === 0 ? { stage: 1, returned: false, by: 0 } : null
    case 'approve':
      return stage >= 1 && stage <= levels ? { stage: stage + 1, returned: false, by: stage } : null
    case 'return':
      return stage >= 1 && stage <= levels ? { stage: 0, returned: true, by: stage } : null
    case 'reopen':
      return stage >= 1 && (stage > 1 || levels === 0) ? { stage: 0, returned: true, by: stage - 1 } : null
  }
}
