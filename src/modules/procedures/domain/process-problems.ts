import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What the check of a process says. `step` is the name or id of a step, `to` that of the step a way leads to. */
export const processProblems: ProblemMessages = {
  'procedures/no-start': {
    vi: () => 'Quy trình chưa có bước bắt đầu.',
    en: () => 'The process has no start.',
  },
  'procedures/many-starts': {
    vi: (v) => `Quy trình có ${v.count} bước bắt đầu; chỉ được có một.`,
    en: (v) => `The process has ${v.count} starts; there must be one.`,
  },
  'procedures/no-end': { vi: () => 'Quy trình chưa có bước kết thúc.', en: () => 'The process has no end.' },
  'procedures/many-ends': {
    vi: (v) => `Quy trình có ${v.count} bước kết thúc; chỉ được có một.`,
    en: (v) => `The process has ${v.count} ends; there must be one.`,
  },
  'procedures/step-id-twice': {
    vi: (v) => `Mã bước “${v.step}” dùng hai lần.`,
    en: (v) => `The step id “${v.step}” is used twice.`,
  },
  'procedures/way-to-nowhere': {
    vi: (v) => `Đường đi từ “${v.step}” đến “${v.to}” dẫn tới bước không có.`,
    en: (v) => `The way from “${v.step}” to “${v.to}” names a step that is not there.`,
  },
  'procedures/way-twice': {
    vi: (v) => `Có hai đường đi từ “${v.step}” đến “${v.to}”.`,
    en: (v) => `There are two ways from “${v.step}” to “${v.to}”.`,
  },
  'procedures/way-into-start': {
    vi: (v) => `Đường đi từ “${v.step}” dẫn ngược về bước bắt đầu.`,
    en: (v) => `The way from “${v.step}” leads back into the start.`,
  },
  'procedures/way-out-of-end': {
    vi: (v) => `Bước kết thúc “${v.step}” không được dẫn đi đâu nữa.`,
    en: (v) => `Nothing may lead out of the end “${v.step}”.`,
  },
  'procedures/unreachable-step': {
    vi: (v) => `Không hồ sơ nào đến được bước “${v.step}”.`,
    en: (v) => `No case can come to the step “${v.step}”.`,
  },
  'procedures/dead-end': {
    vi: (v) => `Từ bước “${v.step}” hồ sơ không bao giờ đến được bước kết thúc.`,
    en: (v) => `From the step “${v.step}” a case never reaches the end.`,
  },
  'procedures/no-otherwise': {
    vi: (v) => `Bước “${v.step}” chỉ rẽ theo điều kiện: cần thêm một đường đi cho trường hợp còn lại.`,
    en: (v) => `The step “${v.step}” branches by conditions only: it needs a way for every other case.`,
  },
  'procedures/ring': {
    vi: (v) => `Các bước đi thành vòng tròn qua “${v.step}”. Trả lại bước trước không cần vẽ đường đi.`,
    en: (v) => `The ways run in a ring through “${v.step}”. Sending back needs no way of its own.`,
  },
  'procedures/consults-nobody': {
    vi: (v) => `Bước lấy ý kiến “${v.step}” chưa nêu đơn vị nào và không cho cán bộ chọn.`,
    en: (v) => `The consultation “${v.step}” names no unit and lets nobody choose one.`,
  },
  'procedures/bad-condition': {
    vi: (v) => `Điều kiện từ “${v.step}” đến “${v.to}” chưa đúng: ${v.reasonVi}`,
    en: (v) => `The condition from “${v.step}” to “${v.to}” is not right: ${v.reasonEn}`,
  },
  'procedures/over-limit': {
    vi: (v) => `Tổng thời gian các bước là ${v.hours} giờ làm việc, quá thời hạn giải quyết ${v.limit} giờ làm việc.`,
    en: (v) => `The steps take ${v.hours} working hours, more than the legal limit of ${v.limit} working hours.`,
  },
  'procedures/over-some-limit': {
    vi: (v) => `Tổng thời gian các bước là ${v.hours} giờ làm việc, quá thời hạn ngắn nhất (${v.limit} giờ làm việc).`,
    en: (v) => `The steps take ${v.hours} working hours, more than the shortest limit (${v.limit} working hours).`,
  },
  'procedures/step-without-time': {
    vi: (v) => `Bước “${v.step}” chưa có thời gian xử lý.`,
    en: (v) => `The step “${v.step}” has no time.`,
  },
  'procedures/unknown-unit': {
    vi: (v) => `Bước “${v.step}” giao cho đơn vị không có hoặc đã hết hiệu lực.`,
    en: (v) => `The step “${v.step}” names a unit that does not exist today.`,
  },
}
