export const REPORT_STATUSES = ['drafting', 'submitted', 'signed', 'issued'] as const
export type ReportStatus = (typeof REPORT_STATUSES)[number]
export type ReportStep = 'submit' | 'return' | 'sign' | 'issue'

const NEXT: Record<ReportStatus, Partial<Record<ReportStep, ReportStatus>>> = {
  drafting: { submit: 'submitted' },
  submitted: { return: 'drafting', sign: 'signed' },
  signed: { return: 'drafting', issue: 'issued' },
  issued: {},
}

/** The status after a step, or `null` when the step is not possible from here. */
export function nextStatus(status: ReportStatus, step: ReportStep): ReportStatus | null {
  return NEXT[status][step] ?? null
}

/** Whether wording and numbers may still change; from submission on the report stands as the signer sees it. */
export function isEditable(status: ReportStatus): boolean {
  return status === 'drafting'
}
