import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { fileProblems } from './file-problems.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  ...fileProblems,
  'auditor/not-found': {
    vi: () => 'Không tìm thấy kết quả kiểm tra này.',
    en: () => 'This audit was not found.',
  },
  'auditor/series-not-found': {
    vi: () => 'Không có báo cáo nào của đơn vị này để nối phiên bản mới vào.',
    en: () => 'This unit has no such report that this could be a new version of.',
  },
  'auditor/unit-not-found': {
    vi: () => 'Không có đơn vị này.',
    en: () => 'There is no such unit.',
  },
  'auditor/finding-not-found': {
    vi: () => 'Lần kiểm tra mới nhất không còn phát hiện này. Xin tải lại trang.',
    en: () => 'The latest run no longer finds this. Please reload the page.',
  },
  'auditor/reason-needed': {
    vi: () => 'Muốn bỏ qua một phát hiện, xin ghi lý do.',
    en: () => 'To dismiss a finding, please give the reason.',
  },
  'auditor/bad-period': { vi: () => 'Kỳ báo cáo không có thật.', en: () => 'This period does not exist.' },
  'auditor/report-is-audited-there': {
    vi: () => 'Báo cáo lập trên nền tảng được kiểm tra lại ngay trên trang của báo cáo đó.',
    en: () => 'A report drawn up on the platform is audited again on its own page.',
  },
}
