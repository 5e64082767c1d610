import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What the linter says. */
export const lintProblems: ProblemMessages = {
  'forms/lint-unlabelled': {
    vi: (v) => `“${v.name}” chưa có tên hiển thị hoặc nội dung.`,
    en: (v) => `“${v.name}” has no label or text yet.`,
  },
  'forms/lint-untranslated': {
    vi: (v) => `“${v.name}” chưa có bản tiếng Anh.`,
    en: (v) => `“${v.name}” is not translated to English.`,
  },
  'forms/lint-no-choices': {
    vi: (v) => `“${v.name}” là mục chọn nhưng chưa có lựa chọn nào.`,
    en: (v) => `“${v.name}” is a choice without choices.`,
  },
  'forms/lint-no-columns': {
    vi: (v) => `Bảng “${v.name}” chưa có cột nào.`,
    en: (v) => `The table “${v.name}” has no columns.`,
  },
  'forms/lint-no-formula': {
    vi: (v) => `Mức thu “${v.name}” chưa có công thức tính.`,
    en: (v) => `The fee “${v.name}” has no formula.`,
  },
  'forms/lint-not-computable': {
    vi: (v) => `Loại mục của “${v.name}” không tính được bằng công thức.`,
    en: (v) => `A field of the kind of “${v.name}” cannot be computed.`,
  },
  'forms/lint-empty-range': {
    vi: (v) => `“${v.name}”: mức thấp nhất lớn hơn mức cao nhất, không ai trả lời được.`,
    en: (v) => `“${v.name}”: the least is above the most, so nobody can answer.`,
  },
  'forms/lint-twice': { vi: (v) => `Tên “${v.name}” dùng hai lần.`, en: (v) => `The name “${v.name}” is used twice.` },
  'forms/lint-reserved': {
    vi: (v) => `Tên “${v.name}” đã có nghĩa khác trong công thức; hãy đặt tên khác.`,
    en: (v) => `The name “${v.name}” means something else in formulas; choose another.`,
  },
  'forms/lint-asked-twice': {
    vi: (v) => `Trong một bước hỏi hai lần “${v.label}”.`,
    en: (v) => `One step asks “${v.label}” twice.`,
  },
  'forms/lint-bad-rule': {
    vi: (v) => `Điều kiện hoặc công thức của “${v.name}” chưa đúng: ${v.reasonVi}`,
    en: (v) => `A condition or formula of “${v.name}” is not right: ${v.reasonEn}`,
  },
  'forms/lint-circular': {
    vi: (v) => `“${v.name}” phụ thuộc vòng tròn vào chính nó.`,
    en: (v) => `“${v.name}” depends on itself in a circle.`,
  },
  'forms/lint-never': {
    vi: (v) => `Điều kiện của “${v.name}” không bao giờ đúng: không ai đến được mục này.`,
    en: (v) => `The condition of “${v.name}” never holds: nobody reaches it.`,
  },
  'forms/lint-hardly-ever': {
    vi: (v) => `Không câu trả lời thử nào làm điều kiện của “${v.name}” đúng; hãy kiểm tra lại.`,
    en: (v) => `No answers that were tried fulfil the condition of “${v.name}”; please check.`,
  },
  'forms/lint-always': {
    vi: (v) => `Điều kiện của “${v.name}” lúc nào cũng đúng, có thể bỏ.`,
    en: (v) => `The condition of “${v.name}” always holds and can go.`,
  },
  'forms/lint-no-field': {
    vi: (v) => `Nhắc đến mục “${v.name}” nhưng không có mục ấy hoặc mục ấy không đúng loại.`,
    en: (v) => `Refers to “${v.name}”, which is not there or not of the right kind.`,
  },
  'forms/lint-already-known': {
    vi: (v) => `“${v.name}” hỏi điều hệ thống đã biết về người nộp; hãy chọn “Điền sẵn từ”.`,
    en: (v) => `“${v.name}” asks what is already known of the applicant; choose “Filled from”.`,
  },
  'forms/lint-hard-to-read': {
    vi: (v) =>
      `Khó đọc: cần trình độ khoảng lớp ${v.grade}, nên dưới lớp ${Number(v.most) + 1}. Hãy viết câu ngắn hơn.`,
    en: (v) => `Hard to read: about grade ${v.grade}, better at most ${v.most}. Write shorter sentences.`,
  },
  'forms/lint-empty-step': {
    vi: (v) => `Bước “${v.name}” chưa có mục nào.`,
    en: (v) => `The step “${v.name}” asks nothing.`,
  },
}
