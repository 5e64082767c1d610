import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** Refusals of forms, of the public page and of uploaded files. */
export const paperProblems: ProblemMessages = {
  'cases/not-found': {
    vi: () => 'Không tìm thấy hồ sơ, hoặc mã tra cứu không đúng.',
    en: () => 'There is no such case, or the secret is not right.',
  },
  'cases/look-up-closed': {
    vi: () => 'Mã hồ sơ này bị nhập sai mã tra cứu quá nhiều lần. Xin thử lại sau một giờ, hoặc hỏi nơi tiếp nhận.',
    en: () => 'The secret of this case was wrong too often. Please try again in an hour, or ask where it was received.',
  },
  'cases/form-not-applicable': {
    vi: ({ form }) => `Hồ sơ này chưa có nội dung cho mẫu số ${form ?? ''}.`,
    en: ({ form }) => `This case has nothing that form ${form ?? ''} could say.`,
  },
  'cases/book-days': {
    vi: ({ days }) => `Sổ in được từ 1 đến ${days ?? 366} ngày; ngày cuối không trước ngày đầu.`,
    en: ({ days }) => `A book holds 1 to ${days ?? 366} days; the last is not before the first.`,
  },
  'cases/book-too-long': {
    vi: ({ rows }) => `Có hơn ${rows ?? 2000} hồ sơ trong thời gian này. Xin in từng phần.`,
    en: ({ rows }) => `There are more than ${rows ?? 2000} cases in this time. Please print it in parts.`,
  },
  'cases/file-empty': {
    vi: () => 'Tệp rỗng.',
    en: () => 'The file is empty.',
  },
  'cases/file-executable': {
    vi: () => 'Đây là tệp chương trình, không phải giấy tờ; hệ thống không nhận.',
    en: () => 'This is a program, not a paper; it is not taken.',
  },
  'cases/file-active': {
    vi: () => 'Đây là trang web hoặc hình SVG, có thể chạy mã; xin gửi PDF hoặc ảnh.',
    en: () => 'This is a web page or an SVG, which may run code; please send a PDF or a picture.',
  },
  'cases/file-kind-unknown': {
    vi: () => 'Không nhận loại tệp này. Xin gửi PDF, JPEG, PNG, WebP, TIFF, Word (.docx), Excel (.xlsx) hoặc ODT.',
    en: () =>
      'This kind of file is not taken. Please send PDF, JPEG, PNG, WebP, TIFF, Word (.docx), Excel (.xlsx) or ODT.',
  },
  'cases/file-two-kinds': {
    vi: () => 'Tệp vừa là PDF vừa là tệp nén; hệ thống không nhận tệp hai loại.',
    en: () => 'The file is a PDF and an archive at once; such files are not taken.',
  },
  'cases/file-damaged': {
    vi: () => 'Tệp hỏng hoặc không đầy đủ, không mở được. Xin lưu lại hoặc quét lại rồi gửi.',
    en: () => 'The file is damaged or not whole and cannot be opened. Please save or scan it again.',
  },
  'cases/file-bomb': {
    vi: () => 'Tệp bung ra quá lớn so với một giấy tờ; hệ thống không mở.',
    en: () => 'The file unfolds to far more than a paper; it is not opened.',
  },
  'cases/file-password': {
    vi: () => 'Tệp có mật khẩu. Xin bỏ mật khẩu rồi gửi lại.',
    en: () => 'The file has a password. Please remove it and send the file again.',
  },
  'cases/file-macro': {
    vi: () => 'Tệp có macro. Xin lưu thành .docx, .xlsx hoặc PDF không macro.',
    en: () => 'The file has macros. Please save it as .docx, .xlsx or PDF without them.',
  },
  'cases/file-many-pages': {
    vi: () => 'Ảnh có nhiều trang hoặc chuyển động. Xin gửi PDF, hoặc từng trang một.',
    en: () => 'The picture has several pages or moves. Please send a PDF, or one page at a time.',
  },
  'cases/file-infected': {
    vi: () => 'Phần mềm diệt vi-rút phát hiện mã độc trong tệp. Tệp không được nhận và không mở được.',
    en: () => 'The virus scanner found malware in the file. It is not taken and cannot be opened.',
  },
  'cases/file-waits-for-scanner': {
    vi: () => 'Tệp đang chờ quét vi-rút vì máy quét chưa trả lời. Xin thử lại sau ít phút.',
    en: () => 'The file waits for the virus scanner, which does not answer. Please try again in a few minutes.',
  },
  'cases/file-not-an-image': {
    vi: () => 'Chỉ ghép được ảnh thành trang PDF.',
    en: () => 'Only pictures can be joined to pages.',
  },
  'cases/file-too-large': {
    vi: ({ limit }) => `Tệp lớn hơn ${limit ?? 25} MB.`,
    en: ({ limit }) => `The file is larger than ${limit ?? 25} MB.`,
  },
  'cases/file-too-slow': {
    vi: () => 'Xem xét tệp quá lâu. Xin lưu lại đơn giản hơn rồi gửi.',
    en: () => 'Looking at the file takes too long. Please save it in a simpler form.',
  },
  'cases/file-name-mismatch': {
    vi: ({ said, is }) =>
      is
        ? `Tên tệp ghi là ${said || 'không có đuôi'}, nhưng nội dung là ${is}. Xin đổi tên cho đúng.`
        : 'Đuôi tên tệp không khớp với nội dung. Xin đổi tên cho đúng.',
    en: ({ said, is }) =>
      is
        ? `The name says ${said || 'nothing'}, but the content is ${is}. Please rename it.`
        : 'The end of the name does not fit the content. Please rename it.',
  },
  'cases/pdf-script': {
    vi: () => 'PDF có chứa mã JavaScript. Hệ thống không chạy; cẩn thận khi mở bằng phần mềm khác.',
    en: () => 'The PDF holds JavaScript. It is not run here; take care in other programs.',
  },
  'cases/pdf-launch': {
    vi: () => 'PDF có lệnh mở chương trình khác. Không bấm đồng ý nếu phần mềm đọc PDF hỏi.',
    en: () => 'The PDF wants to start another program. Do not agree if a reader asks.',
  },
  'cases/pdf-open-action': {
    vi: () => 'PDF tự thực hiện một việc khi mở.',
    en: () => 'The PDF does something by itself when opened.',
  },
  'cases/pdf-embedded-file': {
    vi: () => 'PDF có tệp đính kèm bên trong; tệp đó chưa được xem xét.',
    en: () => 'The PDF carries files inside; they were not looked at.',
  },
  'cases/pdf-form-submit': {
    vi: () => 'PDF có biểu mẫu gửi dữ liệu ra ngoài.',
    en: () => 'The PDF has a form that sends data elsewhere.',
  },
  'cases/pdf-encrypted': {
    vi: () => 'PDF được mã hóa hoặc có mật khẩu.',
    en: () => 'The PDF is encrypted or has a password.',
  },
  'cases/pdf-not-seen-through': {
    vi: () => 'Có phần của PDF không xem xét được.',
    en: () => 'Some parts of the PDF could not be looked at.',
  },
  'cases/office-embedded': {
    vi: () => 'Tệp có đối tượng nhúng từ chương trình khác.',
    en: () => 'The file has objects of other programs inside.',
  },
  'cases/office-fetches': {
    vi: () => 'Tệp tự tải nội dung từ nơi khác khi mở.',
    en: () => 'The file fetches something from elsewhere when opened.',
  },
  'cases/metadata-removed': {
    vi: () => 'Thông tin ẩn của ảnh (nơi chụp, máy chụp) đã được xóa.',
    en: () => 'Hidden details of the picture (place, camera) were removed.',
  },
  'cases/scanner-none': {
    vi: () => 'Chưa quét vi-rút: hệ thống chưa được nối với phần mềm diệt vi-rút.',
    en: () => 'Not scanned for viruses: no scanner is set up.',
  },
  'cases/scanner-down': {
    vi: () => 'Chờ quét vi-rút: phần mềm diệt vi-rút chưa trả lời.',
    en: () => 'Waits for the virus scan: the scanner does not answer.',
  },
}
