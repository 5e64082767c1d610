import type { ComplaintState, OUTCOMES, Topic } from './complaint.ts'

type Both = { readonly vi: string; readonly en: string }

/** For pages of officials and of citizens, which speak of complaints in the same words. */
export const TOPIC_WORDS: Readonly<Record<Topic, Both>> = {
  handling: { vi: 'Việc giải quyết hồ sơ', en: 'How a case is handled' },
  rules: { vi: 'Quy định của thủ tục', en: 'Rules of the procedure' },
  conduct: { vi: 'Thái độ, hành vi cán bộ', en: 'Conduct of an officer' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  other: { vi: 'Việc khác', en: 'Something else' },
}

export const OUTCOME_WORDS: Readonly<Record<(typeof OUTCOMES)[number], Both>> = {
  right: { vi: 'Phản ánh đúng', en: 'The complaint is right' },
  partly: { vi: 'Đúng một phần', en: 'Partly right' },
  'not-right': { vi: 'Không đúng', en: 'Not right' },
}

export const STATE_WORDS: Readonly<Record<ComplaintState, Both>> = {
  open: { vi: 'Chờ trả lời', en: 'To answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  refused: { vi: 'Từ chối', en: 'Refused' },
}
