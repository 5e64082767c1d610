import { dayAt } from '#kernel/calendar.ts'
import type { Act } from '../words.ts'
import { assigneeOf, momentOf } from './details.ts'
import type { FormAct, FormCase } from './facts.ts'
import { codeBars, codeLine, framed, notForThisCase } from './frame.ts'
import type { FormDocument } from './page.ts'
import { agencyName, momentText, shortMoment } from './words.ts'

/** Acts by which a case changes hands; `forward` and the like only when unit, step or person really changed. */
const HANDS: readonly Act[] = ['receive', 'assign', 'forward', 'send-back', 'transfer', 'decide', 'return', 'reopen']

export type HandOver = {
  readonly at: Date
  readonly giver: string
  readonly giverUnit: string
  readonly taker: string
  readonly takerUnit: string
  readonly step: string
  readonly result: string
  readonly note: string
}

/** Every hand-over of the case in the order of its log: who gave, who took, when, and whether the giver was in time. */
export function handOvers(from: Pick<FormCase, 'acts' | 'parties'>): HandOver[] {
  const filer = from.parties.find(({ role }) => role === 'representative') ?? from.parties[0]
  const citizen = { name: filer?.name ?? '', unit: 'Người nộp hồ sơ' }
  const due: Due = { step: null, whole: null }
  return from.acts.flatMap((act, index) => {
    const result = resultOf(act, due)
    remember(act, due)
    if (!HANDS.includes(act.act)) return []
    const filed = act.act === 'receive' && act.fromState !== 'processing'
    return {
      at: act.at,
      giver: filed ? citizen.name : act.actorName,
      giverUnit: filed ? citizen.unit : (act.fromUnitName ?? act.unitName),
      taker: act.act === 'return' ? citizen.name : filed ? act.actorName : takerOf(from.acts, index),
      takerUnit: act.act === 'return' ? citizen.unit : (act.toUnitName ?? act.unitName),
      step: act.toStep ?? '',
      result,
      note: noteOf(act),
    }
  })
}

/** Until when the step and the whole case should be done, as the log has set it so far. */
type Due = { step: Date | null; whole: Date | null }

function remember(act: FormAct, due: Due): void {
  if (act.toStep !== act.fromStep || act.toUnitName !== act.fromUnitName || 'stepDueAt' in act.details)
    due.step = momentOf(act, 'stepDueAt')
  if ('dueAt' in act.details) due.whole = momentOf(act, 'dueAt')
}

/** Whoever was named, else whoever acts next where the case went; '' while nobody has. */
function takerOf(acts: readonly FormAct[], index: number): string {
  const act = acts[index]
  const named = act && assigneeOf(act)
  if (named) return named
  const unit = act?.toUnitName ?? act?.unitName
  return acts.slice(index + 1).find(({ unitName }) => unitName === unit)?.actorName ?? ''
}

/** Against the due moment of the step that ends; of the whole case where it was decided. Nothing is guessed. */
function resultOf(act: FormAct, due: Due): string {
  const until = act.act === 'decide' ? (due.whole ?? due.step) : due.step
  if (until === null || act.act === 'assign' || act.act === 'reopen') return ''
  if (act.at > until) return 'Quá hạn'
  return dayAt(act.at) < dayAt(until) ? 'Trước hạn' : 'Đúng hạn'
}

const NAMES: Partial<Record<Act, string>> = {
  receive: 'Tiếp nhận',
  assign: 'Phân công',
  forward: 'Chuyển bước',
  'send-back': 'Chuyển trả',
  transfer: 'Chuyển cơ quan',
  decide: 'Phê duyệt',
  return: 'Trả kết quả',
  reopen: 'Mở lại',
}

function noteOf(act: FormAct): string {
  const { note, reason } = act.details
  const said = [reason, note].find((text) => typeof text === 'string' && text !== '')
  return [NAMES[act.act] ?? '', typeof said === 'string' ? said : ''].filter(Boolean).join(': ')
}

/** Form 06, Phiếu kiểm soát quá trình giải quyết hồ sơ, made from the log alone. Throws before the first hand-over. */
export function controlForm(from: FormCase, printedAt: Date): FormDocument {
  const rows = handOvers(from)
  if (rows.length === 0) throw notForThisCase('06')
  const page = framed({
    form: '06',
    landscape: true,
    unit: from.received,
    at: printedAt,
    reference: codeLine(from),
    barcode: codeBars(from),
    title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    demonstration: from.demonstration,
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: 'Nội dung', value: from.title },
          { label: 'Cơ quan (bộ phận) giải quyết hồ sơ', value: agencyName(from.competent) },
          { label: 'Cơ quan phối hợp giải quyết hồ sơ', value: from.consulted.join('; ') || 'Không có' },
          { label: 'Thời gian nhận hồ sơ', value: momentText(from.receivedAt) },
          { label: 'Thời gian hẹn trả kết quả', value: momentText(from.dueAt ?? from.firstDueAt) },
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 0.8, align: 'center' },
          { title: 'Giao', width: 4.4, align: 'left', group: 'TÊN CƠ QUAN, NGƯỜI GIAO, NGƯỜI NHẬN' },
          { title: 'Nhận', width: 4.4, align: 'left', group: 'TÊN CƠ QUAN, NGƯỜI GIAO, NGƯỜI NHẬN' },
          { title: 'THỜI GIAN GIAO, NHẬN HỒ SƠ', width: 2.4, align: 'center' },
          { title: 'BƯỚC TIẾP THEO', width: 3, align: 'left' },
          { title: 'KẾT QUẢ GIẢI QUYẾT', width: 2, align: 'center' },
          { title: 'GHI CHÚ', width: 4, align: 'left' },
        ],
        rows: rows.map((row, index) => [
          String(index + 1),
          [row.giverUnit, row.giver].filter(Boolean).join('\n'),
          [row.takerUnit, row.taker || '(chưa có người nhận)'].filter(Boolean).join('\n'),
          shortMoment(row.at),
          row.step,
          row.result,
          row.note,
        ]),
      },
      {
        kind: 'text',
        style: 'italic',
        text: 'Phiếu do hệ thống lập từ nhật ký hồ sơ; người giao, người nhận được xác nhận bằng tài khoản đã đăng nhập.',
      },
    ],
  })
  return { title: `Phiếu kiểm soát ${from.code ?? ''}`.trim(), pages: [page] }
}
