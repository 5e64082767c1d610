import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of a file says: what is wrong with it, and what to do about it. */
export const fileProblems = {
  'auditor/file-too-large': {
    vi: (v) => `Tệp quá lớn: nhiều nhất ${v.limit} MB. Xin bỏ bớt ảnh hoặc chia tệp.`,
    en: (v) => `The file is too large: at most ${v.limit} MB. Please remove pictures or divide it.`,
  },
  'auditor/file-empty': {
    vi: () => 'Tệp không có nội dung nào để kiểm tra.',
    en: () => 'There is nothing in this file that could be checked.',
  },
  'auditor/file-unreadable': {
    vi: () => 'Tệp hỏng hoặc bị cắt cụt nên không đọc được. Xin mở tệp, lưu lại rồi gửi lại.',
    en: () => 'The file is damaged or cut off and cannot be read. Please open it, save it again and send it again.',
  },
  'auditor/file-encoding': {
    vi: () => 'Không nhận ra bảng mã của tệp văn bản. Xin lưu lại dưới dạng UTF-8 (Unicode).',
    en: () => 'The character encoding of this text file is not known. Please save it as UTF-8 (Unicode).',
  },
  'auditor/file-password': {
    vi: () => 'Tệp được khóa bằng mật khẩu. Xin lưu một bản không có mật khẩu rồi gửi lại.',
    en: () => 'The file is protected by a password. Please save a copy without it and send that.',
  },
  'auditor/file-macro': {
    vi: () => 'Tệp có chứa macro. Xin lưu lại dưới dạng .docx, .xlsx hoặc .ods không có macro.',
    en: () => 'The file contains macros. Please save it as .docx, .xlsx or .ods without macros.',
  },
  'auditor/file-objects': {
    vi: (v) =>
      `Tệp có nhúng đối tượng chạy được${v.name ? ` (${v.name})` : ''}. Xin xóa đối tượng đó hoặc đổi thành ảnh.`,
    en: (v) =>
      `The file carries an embedded object that can run${v.name ? ` (${v.name})` : ''}. Please remove it or turn it into a picture.`,
  },
  'auditor/file-bomb': {
    vi: (v) => `Tệp nén bung ra quá lớn${v.limit ? ` (trên ${v.limit} MB)` : ''} nên không được mở.`,
    en: (v) => `The file unpacks to far too much${v.limit ? ` (over ${v.limit} MB)` : ''} and was not opened.`,
  },
  'auditor/file-entities': {
    vi: () => 'Tệp khai báo thực thể XML (DOCTYPE), điều mà văn bản thông thường không có, nên không được mở.',
    en: () => 'The file declares XML entities (DOCTYPE), which no ordinary document does, and was not opened.',
  },
  'auditor/file-too-deep': {
    vi: () => 'Nội dung tệp lồng vào nhau quá nhiều lớp, điều mà văn bản thông thường không có, nên không được mở.',
    en: () => 'The content of the file is nested deeper than any ordinary document and was not opened.',
  },
  'auditor/file-too-wide': {
    vi: (v) =>
      `Bảng${v.sheet ? ` ở trang tính “${v.sheet}”` : ''} có quá nhiều cột: nhiều nhất ${v.limit} cột. Xin chỉ giữ các cột của báo cáo.`,
    en: (v) =>
      `A table${v.sheet ? ` on the sheet “${v.sheet}”` : ''} has too many columns: at most ${v.limit}. Please keep only those of the report.`,
  },
  'auditor/file-too-long': {
    vi: (v) =>
      v.limit
        ? `Tệp${v.sheet ? ` (trang tính “${v.sheet}”)` : ''} có quá nhiều dòng hoặc ô: nhiều nhất ${v.limit}. Xin chia tệp hoặc chỉ giữ phần báo cáo.`
        : 'Tệp quá dài để kiểm tra một lần. Xin chia tệp hoặc chỉ giữ phần báo cáo.',
    en: (v) =>
      v.limit
        ? `The file${v.sheet ? ` (sheet “${v.sheet}”)` : ''} has too many rows or cells: at most ${v.limit}. Please divide it or keep only the report.`
        : 'The file is too long to be checked at once. Please divide it or keep only the report.',
  },
  'auditor/file-too-slow': {
    vi: (v) => `Đọc và kiểm tra tệp mất hơn ${v.seconds} giây nên đã dừng. Xin chia tệp thành nhiều phần.`,
    en: (v) => `Reading and checking the file took more than ${v.seconds} seconds and was stopped. Please divide it.`,
  },
  'auditor/file-scanned': {
    vi: () =>
      'Tệp chỉ có ảnh chụp hoặc ảnh quét, không có chữ để đọc. Xin gửi bản gốc (.docx, .xlsx) hoặc bản PDF xuất từ phần mềm soạn thảo.',
    en: () =>
      'The file holds only scanned pictures and no text that could be read. Please send the original (.docx, .xlsx) or a PDF exported from it.',
  },
  'auditor/file-old-office': {
    vi: () => 'Đây là tệp Office đời cũ (.doc, .xls, .rtf). Xin mở và lưu lại dưới dạng .docx hoặc .xlsx.',
    en: () => 'This is a file of an old Office (.doc, .xls, .rtf). Please open it and save it as .docx or .xlsx.',
  },
  'auditor/file-kind-unknown': {
    vi: () => 'Không nhận ra loại tệp. Các loại đọc được: .docx, .xlsx, .ods, .html, .md, .csv, .pdf (có chữ) và .txt.',
    en: () =>
      'The kind of this file is not known. Files that can be read: .docx, .xlsx, .ods, .html, .md, .csv, .pdf (with text) and .txt.',
  },
} satisfies ProblemMessages

export type FileProblem = keyof typeof fileProblems
