// The words of a case (hồ sơ): what it can be, what can be done with it. Labels stand in web/messages and domain/act-words.

/**
 * draft             saved by the citizen, not yet sent
 * submitted         arrived online or by post, not yet received (Mới đăng ký)
 * received          received, the clock runs (Được tiếp nhận)
 * refused           not received (Không được tiếp nhận), form 03
 * processing        being handled (Đang xử lý)
 * supplement        waiting for papers of the citizen (Yêu cầu bổ sung), form 02
 * payment           waiting for a payment (Yêu cầu thực hiện nghĩa vụ tài chính)
 * withdrawn         taken back by the citizen
 * stopped           handling ended without a result (Dừng xử lý), form 05
 * decided           the result is there (Đã xử lý xong): the end for the deadline
 * returned          the result is with the citizen (Đã trả kết quả)
 */
export const BUSINESS_STATES = [
  'draft',
  'submitted',
  'received',
  'refused',
  'processing',
  'supplement',
  'payment',
  'withdrawn',
  'stopped',
  'decided',
  'returned',
] as const
export type BusinessState = (typeof BUSINESS_STATES)[number]

/** In which a unit still owes something: they stand in working lists. `decided` waits to be returned. */
export const OPEN_STATES = [
  'submitted',
  'received',
  'processing',
  'supplement',
  'payment',
] as const satisfies readonly BusinessState[]

/** `waived`: nothing is due, by law or by an act; `partly-paid`: some of what is due has come. */
export const FINANCE_STATES = ['none', 'due', 'partly-paid', 'paid', 'waived', 'refund-due', 'refunded'] as const
export type FinanceState = (typeof FINANCE_STATES)[number]
export const DELIVERY_STATES = ['none', 'ready', 'sent', 'delivered'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
/** Towards the national portal. */
export const SYNC_STATES = ['none', 'pending', 'sent', 'confirmed', 'failed'] as const
export type SyncState = (typeof SYNC_STATES)[number]

export const CHANNELS = ['counter', 'online', 'post'] as const
export type Channel = (typeof CHANNELS)[number]
/** How sure it is who filed: 0 nobody looked, 1 an official saw the card, 2 an electronic identity of level 1, 3 of level 2. */
export const AUTHENTICATION = ['none', 'card-seen', 'eid-1', 'eid-2'] as const
export const PARTY_KINDS = ['person', 'household-business', 'enterprise', 'organisation'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** Every act that changes a case; each is one row of the case's log. */
export const ACTS = [
  'submit',
  'receive',
  'refuse',
  'assign',
  'check',
  'forward',
  'send-back',
  'ask-supplement',
  'supplement',
  'ask-payment',
  'confirm-payment',
  'waive-fee',
  'consult',
  'answer-opinion',
  'decide',
  'extend',
  'stop',
  'withdraw',
  'return',
  'reopen',
  'transfer',
  'move-deadline',
  'give-late-reason',
  'correct',
] as const
export type Act = (typeof ACTS)[number]

export const OUTCOMES = ['granted', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const RETURN_WAYS = ['desk', 'post', 'online'] as const
export const PAPER_FORMS = ['original', 'certified-copy', 'copy', 'electronic'] as const
/** Where a paper's file came from: 'reused' from our own store, 'national' from a national database or store. */
export const PAPER_SOURCES = ['citizen', 'scanned', 'reused', 'national'] as const

/** Lists officials work from. */
export const LISTS = [
  'mine',
  'unit',
  'due-today',
  'due-soon',
  'overdue',
  'waiting-citizen',
  'to-receive',
  'to-return',
  'opinions',
  'letters',
  'all',
] as const
export type List = (typeof LISTS)[number]

/** The official forms 01–07. */
export const OFFICIAL_FORMS = ['01', '02', '03', '04', '05', '06', '07'] as const
