import { dayAt, officialDayInWords } from '#kernel/calendar.ts'
import { lastAct, papersOf, reasonOf, textOf } from './details.ts'
import type { FormAct, FormCase } from './facts.ts'
import {
  codeBars,
  codeLine,
  framed,
  helpText,
  lookUpMark,
  matterFields,
  notForThisCase,
  partyFields,
  SIGN,
} from './frame.ts'
import type { FormBlock, FormDocument, FormPage } from './page.ts'
import { agencyName, momentText } from './words.ts'

// Forms 02 to 05: what the citizen is told in the course of the case. Each rests on the last act of its kind.

const CLOSING: FormBlock = {
  kind: 'text',
  style: 'plain',
  text: 'Xin thông báo cho Ông/Bà được biết và thực hiện.',
}
const who = (from: FormCase): FormBlock => ({ kind: 'fields', fields: [...partyFields(from), ...matterFields(from)] })
const plain = (text: string): FormBlock => ({ kind: 'text', style: 'plain', text })
const reason = (text: string): FormBlock => ({ kind: 'fields', fields: [{ label: 'Lý do', value: text }] })

type Titled = Pick<FormPage, 'form' | 'title'>

function letter(from: FormCase, act: FormAct, page: Partial<FormPage> & Titled): FormPage {
  return framed({
    unit: from.received,
    at: act.at,
    reference: codeLine(from),
    barcode: codeBars(from),
    demonstration: from.demonstration,
    qr: lookUpMark(from),
    blocks: [],
    ...page,
  })
}

/** Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. Throws when nothing was asked for. */
export function supplementForm(from: FormCase): FormDocument {
  const act = lastAct(from.acts, 'ask-supplement')
  if (!act) throw notForThisCase('02')
  const page = letter(from, act, {
    form: '02',
    title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    reference: `Số: ${from.code ?? '…………'}/HDHS`,
    blocks: [
      who(from),
      plain('Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:'),
      supplementTable(act),
      reason(reasonOf(act)),
      helpText(from),
    ],
    signatures: [{ title: 'NGƯỜI HƯỚNG DẪN', hint: SIGN, name: act.actorName }],
  })
  return { title: `Phiếu yêu cầu bổ sung ${from.code ?? ''}`.trim(), pages: [page] }
}

function supplementTable(act: FormAct): FormBlock {
  const group = 'Số lượng'
  const columns = [
    { title: 'TT', width: 1, align: 'center' },
    { title: 'Thành phần hồ sơ', width: 8, align: 'left' },
    { title: 'Bản chính', width: 1.6, align: 'center', group },
    { title: 'Bản chứng thực', width: 1.9, align: 'center', group },
    { title: 'Bản photo', width: 1.6, align: 'center', group },
    { title: 'Bản điện tử', width: 1.6, align: 'center', group },
  ] as const
  const forms = ['original', 'certified-copy', 'copy', 'electronic']
  const rows = papersOf(act).map(({ name, form, copies, note }, index) => [
    String(index + 1),
    note ? `${name} (${note})` : name,
    ...forms.map((one) => (one === form ? String(copies).padStart(2, '0') : '')),
  ])
  return { kind: 'table', columns, rows }
}

/** Form 03, Phiếu từ chối tiếp nhận, giải quyết hồ sơ. Throws when it was not refused. */
export function refusalForm(from: FormCase): FormDocument {
  const act = lastAct(from.acts, 'refuse')
  if (!act) throw notForThisCase('03')
  const page = letter(from, act, {
    form: '03',
    title: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
    blocks: [
      who(from),
      plain(
        `Qua xem xét, ${agencyName(from.received)} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`,
      ),
      plain(reasonOf(act)),
      CLOSING,
      helpText(from),
    ],
    signatures: [
      { title: 'NGƯỜI NỘP HỒ SƠ', hint: SIGN, name: '' },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: SIGN, name: act.actorName },
    ],
  })
  return { title: `Phiếu từ chối tiếp nhận ${from.code ?? ''}`.trim(), pages: [page] }
}

/** Form 04, Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết, of the competent agency. Throws when no new date was set. */
export function apologyForm(from: FormCase): FormDocument {
  const act = lastAct(from.acts, 'extend')
  const change = from.dueChanges.findLast(({ kind }) => kind === 'extension')
  if (!act || !change) throw notForThisCase('04')
  const subject = from.parties.find(({ role }) => role === 'subject')
  const agency = agencyName(from.competent)
  const received = from.receivedAt ? `Ngày ${officialDayInWords(dayAt(from.receivedAt)).slice(5)}, ` : ''
  const page = agencyLetter(from, act, 'PXL', {
    form: '04',
    title: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    subtitle: `Kính gửi: ${subject?.name ?? '……………………'}`,
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: 'Địa chỉ', value: subject?.address ?? '' },
          { label: 'Số điện thoại', value: subject?.phone ?? '' },
        ],
      },
      plain(
        `${received}${agencyName(from.received)} tiếp nhận hồ sơ số ${from.code ?? '…………'} của Ông/Bà về việc: ${from.title}.`,
      ),
      { kind: 'fields', fields: [{ label: 'Thời gian hẹn trả kết quả', value: momentText(change.before) }] },
      plain(`Tuy nhiên đến nay, ${agency} chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn.`),
      reason(reasonOf(act) || change.reason),
      plain(
        `Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của Ông/Bà. ${agency} chân thành xin lỗi Ông/Bà và đề nghị gia hạn thời gian giải quyết.`,
      ),
      {
        kind: 'fields',
        fields: [{ label: 'Thời gian hẹn trả kết quả lại', value: momentText(change.after), strong: true }],
      },
      plain('Mong nhận được sự thông cảm của Ông/Bà vì sự chậm trễ này.'),
    ],
  })
  return { title: `Văn bản xin lỗi và gia hạn ${from.code ?? ''}`.trim(), pages: [page] }
}

/** Form 05, Thông báo dừng giải quyết hồ sơ; also when it was taken back. Throws when it goes on. */
export function stopForm(from: FormCase): FormDocument {
  const act = lastAct(from.acts, 'stop', 'withdraw')
  if (!act || (from.business !== 'stopped' && from.business !== 'withdrawn')) throw notForThisCase('05')
  const page = agencyLetter(from, act, 'TB', {
    form: '05',
    title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    blocks: [
      who(from),
      {
        kind: 'fields',
        fields: [
          {
            label: 'Đề nghị dừng',
            value: act.act === 'withdraw' ? 'Theo đề nghị của người nộp hồ sơ' : agencyName(from.competent),
          },
          { label: 'Giai đoạn giải quyết', value: act.fromStep ?? STAGES[act.fromState ?? 'received'] ?? '' },
          { label: 'Thời điểm dừng', value: momentText(act.at) },
          { label: 'Căn cứ, quyết định', value: textOf(act, 'decision') },
          { label: 'Lý do', value: reasonOf(act) },
          { label: 'Xử lý tài chính', value: financeText(from, act) },
        ],
      },
      CLOSING,
      helpText(from),
    ],
  })
  return { title: `Thông báo dừng giải quyết ${from.code ?? ''}`.trim(), pages: [page] }
}

const STAGES: Readonly<Record<string, string>> = {
  submitted: 'Chờ tiếp nhận',
  received: 'Đã tiếp nhận',
  processing: 'Đang giải quyết',
  supplement: 'Chờ bổ sung hồ sơ',
  payment: 'Chờ thực hiện nghĩa vụ tài chính',
}

function financeText({ paidVnd }: FormCase, act: FormAct): string {
  if (paidVnd === 0) return 'Chưa thu phí, lệ phí'
  return textOf(act, 'finance') === 'refund' ? 'Hoàn trả phí, lệ phí đã nộp' : 'Không hoàn trả phí, lệ phí đã nộp'
}

/** What the head of the competent agency signs: its own letterhead, a number to be given, and recipients. */
function agencyLetter(from: FormCase, act: FormAct, symbol: string, page: Partial<FormPage> & Titled): FormPage {
  return framed({
    unit: from.competent,
    at: act.at,
    reference: `Số:            /${symbol}`,
    demonstration: from.demonstration,
    qr: lookUpMark(from),
    blocks: [],
    recipients: ['- Như trên;', `- ${agencyName(from.received)} (Bộ phận Một cửa);`, '- Lưu: VT, hồ sơ.'],
    signatures: [{ title: 'THỦ TRƯỞNG CƠ QUAN', hint: '(Ký, ghi rõ họ tên, đóng dấu)', name: '' }],
    ...page,
  })
}
