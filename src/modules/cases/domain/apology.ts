/** Which reason for lateness is proposed: where others are waited for, they; else the load. A leader changes it. */
export function proposedReason(stepKind: string | null): 'coordination' | 'workload' {
  return stepKind === 'consult' || stepKind === 'agency' ? 'coordination' : 'workload'
}

type Said = {
  readonly unit: string
  readonly name: string
  readonly code: string
  readonly procedure: string
  readonly due: string
  readonly newDue: string
  readonly reason: string
}

/** The text of form 04 as a draft, in the language of record. */
export function apologyText({ unit, name, code, procedure, due, newDue, reason }: Said): string {
  return [
    `Kính gửi ${name},`,
    `Hồ sơ ${code} (${procedure}) được hẹn trả kết quả ${due}. Đến nay ${unit} chưa hoàn thành việc giải quyết.`,
    `Lý do: ${reason}.`,
    `${unit} xin lỗi Ông/Bà vì sự chậm trễ này và xin hẹn lại thời gian trả kết quả: ${newDue}.`,
  ].join('\n\n')
}

/** Working minutes by which the new moment is after the old one: as comparable cases say, at least a day; else half of the term, a day at least. */
export function proposedMinutes(untilMost: number | null, left: number, termMinutes: number): number {
  const day = 480
  if (untilMost === null) return Math.max(day, Math.round(termMinutes / 2 / day) * day)
  return Math.max(day, Math.ceil((untilMost - left) / day) * day)
}

/** What share of comparable cases is to have ended by the proposed moment. */
export const MOST = 0.8
