import type { ProblemMessages } from '#kernel/problem-messages.ts'

export const problems: ProblemMessages = {
  'administration/not-parked': {
    vi: () => 'Sự kiện này không còn đỗ lại: đã có người cho chạy lại hoặc đã xong.',
    en: () => 'This delivery is no longer parked: someone replayed it, or it is done.',
  },
}
