import { formatDay } from '#kernel/calendar.ts'
import type { ProblemMessages } from '#kernel/problem-messages.ts'

const day = (value: string | number | undefined) => formatDay(String(value ?? ''))

const KINDS_VI: Readonly<Record<string, string>> = {
  create: 'lập mới',
  merge: 'nhập',
  split: 'chia, tách',
  rename: 'đổi tên',
  recode: 'đổi mã',
  move: 'chuyển trực thuộc',
  dissolve: 'kết thúc',
}

/** What the refusals of this module say. */
export const problems: ProblemMessages = {
  'organisation/unit-not-found': { vi: () => 'Không tìm thấy đơn vị.', en: () => 'The unit was not found.' },
  'organisation/outside-scope': {
    vi: () => 'Đơn vị này nằm ngoài phạm vi được giao.',
    en: () => 'This unit is outside the scope given to you.',
  },
  'organisation/change-refused': {
    vi: (v) => `Chưa thể sắp xếp: ${v.count} điều chưa hợp lệ. Chưa có gì được lưu.`,
    en: (v) => `The change is not possible: ${v.count} things are not right. Nothing was stored.`,
  },
  'organisation/unit-unknown': {
    vi: () => 'Đơn vị được nêu không tồn tại.',
    en: () => 'A unit that is named does not exist.',
  },
  'organisation/unit-ended': {
    vi: (v) => `“${v.name}” đã kết thúc từ ngày ${day(v.day)}.`,
    en: (v) => `“${v.name}” ended on ${day(v.day)}.`,
  },
  'organisation/later-change': {
    vi: (v) => `“${v.name}” đã có thay đổi muộn hơn, từ ngày ${day(v.day)}; không chen thay đổi vào trước.`,
    en: (v) => `A later change of “${v.name}” is recorded, from ${day(v.day)}; none can be put before it.`,
  },
  'organisation/born-that-day': {
    vi: (v) => `“${v.name}” bắt đầu đúng ngày đó nên chưa thể kết thúc hay chia, nhập trong cùng ngày.`,
    en: (v) => `“${v.name}” begins on that very day, so it cannot end, merge or split on it.`,
  },
  'organisation/key-twice': {
    vi: (v) => `Khóa “${v.key}” dùng cho hai đơn vị mới.`,
    en: (v) => `The key “${v.key}” is used for two new units.`,
  },
  'organisation/key-unknown': {
    vi: (v) => `Không có đơn vị mới nào mang khóa “${v.key}”.`,
    en: (v) => `No new unit bears the key “${v.key}”.`,
  },
  'organisation/act-misshapen': {
    vi: (v) =>
      `Chưa đủ nội dung cho việc “${KINDS_VI[v.kind ?? ''] ?? v.kind}”: xem lại số đơn vị trước, sau và giá trị mới.`,
    en: (v) => `The units before and after, or the new values, do not fit a ${v.kind}.`,
  },
  'organisation/unit-twice': {
    vi: () => 'Một đơn vị được nêu hai lần ở cùng một phía.',
    en: () => 'A unit is named twice on the same side.',
  },
  'organisation/shares-without-basis': {
    vi: () => 'Có số liệu tỷ lệ thì phải nêu theo dân số hay diện tích, và chỉ dùng cho nhập, chia.',
    en: () => 'Amounts need their basis (population or area), and only merges and splits have them.',
  },
  'organisation/shares-incomplete': {
    vi: () => 'Số liệu tỷ lệ phải nêu đủ mọi đơn vị trước và sau, mỗi cặp một lần.',
    en: () => 'The amounts must name every unit before and after, each pair once.',
  },
  'organisation/nothing-changes': {
    vi: (v) => `“${v.name}” vẫn như cũ: không có gì thay đổi.`,
    en: (v) => `Nothing would change for “${v.name}”.`,
  },
  'organisation/under-lower-level': {
    vi: (v) => `“${v.name}” không thể trực thuộc “${v.parent}” ở cấp thấp hơn.`,
    en: (v) => `“${v.name}” cannot stand under “${v.parent}”, which is of a lower level.`,
  },
  'organisation/under-itself': {
    vi: (v) => `“${v.name}” sẽ trực thuộc chính nó.`,
    en: (v) => `“${v.name}” would stand under itself.`,
  },
  'organisation/code-taken': {
    vi: (v) => `Mã ${v.code} của “${v.name}” đang là mã của “${v.other}” cùng cấp.`,
    en: (v) => `The code ${v.code} of “${v.name}” is that of “${v.other}” on the same level.`,
  },
  'organisation/has-subunits': {
    vi: (v) => `“${v.name}” còn ${v.count} đơn vị trực thuộc.`,
    en: (v) => `${v.count} units still stand under “${v.name}”.`,
  },
  'organisation/twice-in-one-day': {
    vi: (v) => `“${v.name}” có mặt trong hai lần nhập, chia cùng một ngày: hãy gộp thành một lần, nêu rõ từng cặp.`,
    en: (v) => `“${v.name}” stands in two merges or splits of one day: make them one, with its pairs.`,
  },
  'organisation/code-reused': {
    vi: (v) =>
      `Dòng ${v.row}: mã ${v.code} từ ngày ${day(v.day)} đặt cho “${v.name}”, trước đó là của “${v.oldName}”. Đây có thể là hai vùng khác nhau, nên không tự nối. Hãy ghi các mã tiền thân (cột tien_than) hoặc xác nhận cùng một đơn vị (cột cung_don_vi = có).`,
    en: (v) =>
      `Row ${v.row}: from ${day(v.day)} the code ${v.code} names “${v.name}”; before, it named “${v.oldName}”. These may be two territories, so they are not joined. State the codes it comes from (column predecessors) or that it is the same unit (column same_unit = yes).`,
  },
  'organisation/kind-changed': {
    vi: (v) =>
      `Dòng ${v.row}: “${v.name}” (mã ${v.code}) đổi loại hình từ ngày ${day(v.day)}. Hãy ghi các mã tiền thân hoặc xác nhận cùng một đơn vị.`,
    en: (v) =>
      `Row ${v.row}: “${v.name}” (code ${v.code}) becomes another kind of unit on ${day(v.day)}. State the codes it comes from or that it is the same unit.`,
  },
  'organisation/import-refused': {
    vi: (v) => `Chưa nhập: ${v.count} dòng chưa hợp lệ. Chưa có gì được lưu.`,
    en: (v) => `Not imported: ${v.count} rows are not right. Nothing was stored.`,
  },
  'organisation/import-unreadable': {
    vi: (v) => `Không đọc được tệp: ${v.reason ?? 'định dạng lạ'}${v.row ? ` (dòng ${v.row})` : ''}.`,
    en: (v) => `The file cannot be read: ${v.reason ?? 'unknown format'}${v.row ? ` (row ${v.row})` : ''}.`,
  },
  'organisation/import-source': {
    vi: () => 'Hãy gửi một tệp đã tải lên, hoặc nội dung cùng định dạng.',
    en: () => 'Give either an uploaded file, or the text with its format.',
  },
  'organisation/import-too-long': {
    vi: (v) => `Tệp có quá nhiều dòng: nhiều nhất ${v.limit}.`,
    en: (v) => `The file has too many rows: at most ${v.limit}.`,
  },
  'organisation/column-missing': {
    vi: (v) => `Thiếu cột ${v.column}.`,
    en: (v) => `The column ${v.column} is missing.`,
  },
  'organisation/row-without-name': {
    vi: (v) => `Dòng ${v.row}: thiếu tên đơn vị.`,
    en: (v) => `Row ${v.row}: the name is missing.`,
  },
  'organisation/row-kind-unknown': {
    vi: (v) => `Dòng ${v.row}: không rõ “${v.name}” thuộc loại, cấp nào (cột loai, cap).`,
    en: (v) => `Row ${v.row}: it is not clear of which kind and level “${v.name}” is (columns kind, level).`,
  },
  'organisation/row-code-twice': {
    vi: (v) => `Dòng ${v.row}: mã ${v.code} đã có ở dòng ${v.other}.`,
    en: (v) => `Row ${v.row}: the code ${v.code} stands already in row ${v.other}.`,
  },
  'organisation/row-parent-unknown': {
    vi: (v) => `Dòng ${v.row}: không có đơn vị cấp trên mang mã ${v.code}.`,
    en: (v) => `Row ${v.row}: no unit above bears the code ${v.code}.`,
  },
  'organisation/row-predecessor-unknown': {
    vi: (v) => `Dòng ${v.row}: không có đơn vị nào mang mã ${v.code} vào ngày trước đó.`,
    en: (v) => `Row ${v.row}: no unit bore the code ${v.code} on the day before.`,
  },
  'organisation/row-predecessor-twice': {
    vi: (v) =>
      `Dòng ${v.row}: đơn vị mã ${v.code} đã là tiền thân của dòng ${v.other}; chia đơn vị thì lập ở trang sắp xếp.`,
    en: (v) =>
      `Row ${v.row}: the unit with the code ${v.code} already precedes row ${v.other}; splits are made on the change page.`,
  },
  'organisation/row-refused': {
    vi: (v) => `Dòng ${v.row}: “${v.name}” chưa hợp lệ.`,
    en: (v) => `Row ${v.row}: “${v.name}” is not possible.`,
  },
  'organisation/official-not-found': { vi: () => 'Không tìm thấy cán bộ.', en: () => 'The official was not found.' },
  'organisation/account-taken': {
    vi: () => 'Tài khoản này đã gắn với một cán bộ khác.',
    en: () => 'This account belongs to another official.',
  },
  'organisation/place-outside-unit': {
    vi: (v) =>
      `“${v.name}” chỉ có vị trí trong thời gian tồn tại: từ ${day(v.from)}${v.to ? ` đến trước ${day(v.to)}` : ''}.`,
    en: (v) =>
      `“${v.name}” has a place only while it exists: from ${day(v.from)}${v.to ? ` until before ${day(v.to)}` : ''}.`,
  },
  'organisation/place-outside-country': {
    vi: () => 'Tọa độ này nằm ngoài Việt Nam: vĩ độ từ 6 đến 24, kinh độ từ 101 đến 118. Có thể hai số đã bị đảo chỗ.',
    en: () =>
      'These coordinates are outside of Việt Nam: latitude 6 to 24, longitude 101 to 118. The two may have changed places.',
  },
  'organisation/coordinates-unreadable': {
    vi: () => 'Không đọc được tọa độ. Ghi vĩ độ rồi kinh độ, ví dụ 10.346, 107.084.',
    en: () => 'The coordinates cannot be read. Write latitude, then longitude, such as 10.346, 107.084.',
  },
  'organisation/position-not-found': { vi: () => 'Không tìm thấy chức vụ.', en: () => 'The position was not found.' },
  'organisation/position-days': {
    vi: () => 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: () => 'The end must come after the beginning.',
  },
  'organisation/position-outside-unit': {
    vi: (v) =>
      `“${v.name}” không tồn tại suốt thời gian giữ chức vụ (từ ${day(v.from)}${v.to ? ` đến trước ${day(v.to)}` : ''}).`,
    en: (v) =>
      `“${v.name}” does not exist for the whole time of the position (from ${day(v.from)}${v.to ? ` until before ${day(v.to)}` : ''}).`,
  },
  'organisation/position-ended': {
    vi: (v) => `Chức vụ đã kết thúc ngày ${day(v.day)}.`,
    en: (v) => `The position ended on ${day(v.day)}.`,
  },
  'organisation/position-twice': {
    vi: (v) => `${v.name} đã giữ chức vụ này trong thời gian đó.`,
    en: (v) => `${v.name} already holds this position at that time.`,
  },
  'organisation/permission-not-named': {
    vi: () => 'Quyền phải ghi rõ dạng phân-hệ:việc, không dùng dấu *.',
    en: () => 'Permissions are named as module:verb, without *.',
  },
  'organisation/delegation-to-oneself': {
    vi: () => 'Không thể tự ủy quyền cho chính mình.',
    en: () => 'Nobody can delegate to themselves.',
  },
  'organisation/delegation-to-recorder': {
    vi: () => 'Người ghi nhận ủy quyền không được là người nhận ủy quyền.',
    en: () => 'Whoever records a delegation cannot be the one who receives it.',
  },
  'organisation/delegation-of-delegation': {
    vi: () => 'Không ủy quyền lại quyền ủy quyền.',
    en: () => 'The right to delegate cannot be delegated.',
  },
  'organisation/delegation-days': {
    vi: () => 'Ủy quyền phải có ngày kết thúc sau ngày bắt đầu, và dài nhất một năm.',
    en: () => 'A delegation ends after it begins and lasts a year at most.',
  },
  'organisation/delegation-without-position': {
    vi: (v) => `${v.name} không giữ chức vụ nào trong thời gian ủy quyền.`,
    en: (v) => `${v.name} holds no position during the delegation.`,
  },
  'organisation/delegation-not-found': {
    vi: () => 'Không tìm thấy ủy quyền.',
    en: () => 'The delegation was not found.',
  },
  'organisation/delegation-over': {
    vi: () => 'Ủy quyền đã hết hạn hoặc đã thu hồi.',
    en: () => 'The delegation is over or revoked already.',
  },
}
