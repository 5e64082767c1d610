import { formatNumber } from '#kernel/number.ts'
import { outstandingVnd } from '../fees.ts'
import { lastAct, textOf } from './details.ts'
import type { FormCase } from './facts.ts'
import { codeBars, codeLine, framed, lookUpMark, matterFields, notForThisCase, partyFields, SIGN } from './frame.ts'
import type { FormBlock, FormDocument, FormPage } from './page.ts'
import { agencyName, bookPlace, type Language, momentText, paperFormText, returnWayText, termText } from './words.ts'

/** Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả; in English with a translation after it. Throws when it was not received. */
export function receiptForm(from: FormCase, language: Language): FormDocument {
  if (from.receivedAt === null || from.code === null) throw notForThisCase('01')
  const pages = [vietnamese(from, from.receivedAt)]
  if (language === 'en') pages.push(english(from, from.receivedAt))
  return { title: `Giấy tiếp nhận hồ sơ ${from.code}`, pages }
}

function vietnamese(from: FormCase, receivedAt: Date): FormPage {
  const { received, code } = from
  const { book, place } = bookPlace(code)
  const desk = received.desk?.name ?? `Bộ phận Tiếp nhận và Trả kết quả ${agencyName(received)}`
  return framed({
    form: '01',
    unit: received,
    at: receivedAt,
    reference: codeLine(from),
    barcode: codeBars(from),
    title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    demonstration: from.demonstration,
    qr: lookUpMark(from),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: 'Bộ phận tiếp nhận và trả kết quả', value: desk },
          ...partyFields(from),
          ...matterFields(from),
          ...(received.name === from.competent.name
            ? []
            : [{ label: 'Cơ quan giải quyết', value: agencyName(from.competent) }]),
        ],
      },
      { kind: 'text', style: 'plain', text: 'Thành phần hồ sơ nộp gồm:' },
      papersTable(from, 'vi'),
      {
        kind: 'fields',
        fields: [
          { label: 'Số lượng hồ sơ', value: `${String(from.sets).padStart(2, '0')} (bộ)` },
          { label: 'Thời gian giải quyết hồ sơ theo quy định', value: termText(from.term) },
          { label: 'Thời gian nhận hồ sơ', value: momentText(receivedAt) },
          { label: 'Thời gian hẹn trả kết quả', value: momentText(from.firstDueAt ?? from.dueAt), strong: true },
          { label: 'Nhận kết quả', value: collectText(from, 'vi') },
          ...feeFields(from, 'vi'),
          { label: 'Vào Sổ theo dõi hồ sơ, Quyển số', value: `${book}. Số thứ tự: ${place}` },
          { label: 'Số điện thoại liên hệ', value: received.desk?.phone ?? '' },
        ],
      },
    ],
    signatures: [
      { title: 'NGƯỜI NỘP HỒ SƠ', hint: SIGN, name: '' },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: SIGN, name: lastAct(from.acts, 'receive')?.actorName ?? '' },
    ],
  })
}

function english(from: FormCase, receivedAt: Date): FormPage {
  const { received } = from
  const { book, place } = bookPlace(from.code)
  return framed({
    form: '01',
    language: 'en',
    unit: received,
    at: receivedAt,
    reference: codeLine(from, 'en'),
    barcode: codeBars(from, 'en'),
    mark: 'Bản dịch tham khảo / Translation for reference only',
    title: 'RECEIPT OF DOSSIER AND APPOINTMENT FOR THE RESULT',
    demonstration: from.demonstration,
    qr: lookUpMark(from, 'en'),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: 'Received at', value: received.desk?.name ?? received.name },
          ...partyFields(from, 'en'),
          { label: 'Matter', value: from.title },
          { label: 'Procedure', value: `${from.procedureNameEn} (${from.procedureCode})` },
          ...(received.name === from.competent.name ? [] : [{ label: 'Competent agency', value: from.competent.name }]),
        ],
      },
      { kind: 'text', style: 'plain', text: 'Papers handed in:' },
      papersTable(from, 'en'),
      {
        kind: 'fields',
        fields: [
          { label: 'Sets', value: String(from.sets) },
          { label: 'Time limit in law', value: termText(from.term, 'en') },
          { label: 'Received', value: momentText(receivedAt, 'en') },
          { label: 'Result due', value: momentText(from.firstDueAt ?? from.dueAt, 'en'), strong: true },
          { label: 'Collection', value: collectText(from, 'en') },
          ...feeFields(from, 'en'),
          { label: 'Register', value: `${book}, no. ${place}` },
          { label: 'Phone', value: received.desk?.phone ?? '' },
        ],
      },
      {
        kind: 'text',
        style: 'italic',
        text: 'Only the Vietnamese text has legal effect. This page is a translation made by the system for convenience.',
      },
    ],
  })
}

function papersTable(from: FormCase, language: Language): FormBlock {
  const vi = language === 'vi'
  return {
    kind: 'table',
    columns: [
      { title: vi ? 'TT' : 'No.', width: 1, align: 'center' },
      { title: vi ? 'Tên giấy tờ' : 'Paper', width: 9, align: 'left' },
      { title: vi ? 'Hình thức' : 'Form', width: 3, align: 'center' },
      { title: vi ? 'Số bản' : 'Copies', width: 1.6, align: 'center' },
    ],
    rows: from.papers.map(({ name, form, copies, note }, index) => [
      String(index + 1),
      note ? `${name} (${note})` : name,
      paperFormText(form, language),
      String(copies),
    ]),
  }
}

function collectText({ returnWay, received }: FormCase, language: Language): string {
  const way = returnWayText(returnWay, language)
  const where = received.desk
    ? `${received.desk.name}, ${received.desk.address}`
    : language === 'vi'
      ? agencyName(received)
      : received.name
  return returnWay === 'post' || returnWay === 'online' ? way : [way, where].filter(Boolean).join(': ')
}

/** What is due, what was taken off and on what ground, what was paid, what is left. */
function feeFields(from: FormCase, language: Language) {
  const { feeTotalVnd, waivedVnd, paidVnd, acts } = from
  if (feeTotalVnd === 0) return []
  const vi = language === 'vi'
  const money = (amountVnd: number) => `${formatNumber(amountVnd)} ${vi ? 'đồng' : 'VND'}`
  const waiver = lastAct(acts, 'waive-fee')
  const ground = waiver ? textOf(waiver, 'decision') : ''
  const left = outstandingVnd(from)
  const parts = [
    waivedVnd > 0 &&
      `${vi ? 'miễn, giảm' : 'waived'} ${money(waivedVnd)}${ground && `${vi ? ' theo ' : ' by '}${ground}`}`,
    `${vi ? 'đã nộp' : 'paid'} ${money(paidVnd)}`,
    left > 0 && (waivedVnd > 0 || paidVnd > 0) && `${vi ? 'còn phải nộp' : 'still due'} ${money(left)}`,
    vi ? 'giấy này không thay biên lai' : 'this is no fee receipt',
  ]
  const value = `${money(feeTotalVnd)} (${parts.filter(Boolean).join('; ')})`
  return [{ label: vi ? 'Phí, lệ phí' : 'Fees', value }]
}
