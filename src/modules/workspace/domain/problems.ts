import type { ProblemMessages } from '#kernel/problem-messages.ts'

export const problems: ProblemMessages = {
  'workspace/unknown-unit': {
    vi: () => 'Không có đơn vị này.',
    en: () => 'There is no such unit.',
  },
}
