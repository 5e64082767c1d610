import type { CaseThen } from '#modules/cases/index.ts'
import type { Facts, Fee, FileOfDossier, OnPaper, ProgressFacts, Supplement } from '../domain/facts.ts'
import { ACT_WORDS } from './act-words.ts'
import { identityOf } from './identity-of-party.ts'

export type Around = {
  readonly nationalCode: string | null
  /** The address of this platform, without a path; null: it is not known, and no addresses are told. */
  readonly origin: string | null
  readonly databaseCode: string
  /** Ids the portal gave to files that went up. */
  readonly uploaded: ReadonlyMap<string, string>
}

/** What the portal is told of a case as it was after an act. */
export function factsOfCase(then: CaseThen, around: Around): Facts {
  const { row, received, competent } = then
  const subject = then.parties.find(({ role }) => role === 'subject')
  const code = row.code ?? ''
  return {
    code: around.nationalCode ?? code,
    receiptNumber: code,
    procedureCode: row.procedureCode,
    procedureName: row.procedureName,
    fieldCode: row.fieldCode,
    fieldName: then.fieldName,
    subject: {
      kind: subject?.kind ?? 'person',
      name: subject?.name ?? row.subjectName,
      account: '',
      identity: subject ? identityOf(subject) : null,
      email: subject?.email ?? '',
      fax: '',
      phone: subject?.phone ?? '',
    },
    otherInformation: '',
    title: row.title,
    filedAt: toSecond(row.filedAt),
    receivedAt: toSecond(row.receivedAt),
    dueAt: toSecond(row.dueAt ?? row.firstDueAt),
    endedAt: row.business === 'decided' || row.business === 'returned' ? toSecond(row.endedAt) : null,
    returnedAt: toSecond(row.returnedAt),
    refusedAt: row.business === 'refused' ? toSecond(row.endedAt) : null,
    state: then.nationalCode ?? 0,
    returnNote: '',
    returnWay: row.returnWay === 'post' ? 'post' : 'desk',
    unit: competent.code || competent.name,
    filedAtUnit: received.code || received.name,
    note: noteOf(then.act),
    hasDigitised: then.papers.some(({ fileId }) => fileId !== null),
    isVneidAccount: row.authentication === 'eid-1' || row.authentication === 'eid-2',
    databaseCode: around.databaseCode,
    detailUrl: around.origin === null ? '' : `${around.origin}/tra-cuu?ma=${encodeURIComponent(code)}`,
    channel: row.channel,
    onlinePayment: row.paidOnline ? 'own-system' : 'none',
    files: filesOf(then, around),
    fees: then.fees.map(feeOf),
    onPaper: then.papers.filter(({ fileId }) => fileId === null).map(paperOf),
    supplements: supplementsOf(then),
    results: then.results.map((result) => ({
      id: idOf(result.fileId ?? result.id, around),
      name: result.name,
      paperCode: result.code,
      url: result.fileId === null ? '' : addressOf(row.id, result.fileId, around),
      number: result.number ?? '',
    })),
  }
}

/** One act as a step of the handling. */
export function progressOfCase({ row, act, competent, nationalCode }: CaseThen, code: string): ProgressFacts {
  const note = noteOf(act)
  return {
    code,
    by: act.actorName,
    position: '',
    at: toSecond(act.at),
    department: competent.name,
    content: note === '' ? ACT_WORDS[act.act] : `${ACT_WORDS[act.act]}: ${note}`,
    state: nationalCode ?? 0,
    beganAt: toSecond(row.stepSince),
    dueAt: toSecond(row.stepDueAt ?? row.dueAt),
  }
}

/** Acts whose reason is meant for the citizen; what officials write to one another stays here. */
const FOR_CITIZENS: readonly CaseThen['act']['act'][] = ['refuse', 'ask-supplement', 'stop', 'extend', 'withdraw']

function noteOf({ act, details }: CaseThen['act']): string {
  return FOR_CITIZENS.includes(act) ? (details.note ?? '') : ''
}

/** Records tell seconds, so what is told is whole seconds. */
function toSecond(moment: Date | null): Date | null {
  return moment && new Date(Math.floor(moment.getTime() / 1000) * 1000)
}

function filesOf({ papers, row, fileNames }: CaseThen, around: Around): FileOfDossier[] {
  return papers.flatMap(({ fileId, code, name, source }) =>
    fileId === null
      ? []
      : [
          {
            id: idOf(fileId, around),
            name: fileNames.get(fileId) ?? name,
            paperCode: code,
            url: addressOf(row.id, fileId, around),
            isDeleted: false,
            isDigitised: source === 'scanned',
            fromStore: source === 'national',
          },
        ],
  )
}

const idOf = (fileId: string, { uploaded }: Around) => uploaded.get(fileId) ?? fileId

/** Where the portal fetches a file, with its own account here; the address itself opens nothing. */
function addressOf(caseId: string, fileId: string, { origin, uploaded }: Around): string {
  return origin === null || uploaded.has(fileId) ? '' : `${origin}/api/exchange/cases/${caseId}/files/${fileId}`
}

function paperOf({ name, copies, form }: CaseThen['papers'][number]): OnPaper {
  const forms = { original: 'original', 'certified-copy': 'copy', copy: 'copy', electronic: 'electronic' } as const
  return { name, copies, form: forms[form] }
}

function feeOf({ code, name, kind, amountVnd, exemptedVnd, waivedVnd }: CaseThen['fees'][number]): Fee {
  return { code, name, kind, amountVnd: amountVnd - exemptedVnd - waivedVnd, when: 'at-receipt' }
}

/** Each time papers were asked for, with who asked and who took them. */
function supplementsOf({ pauses, acts }: CaseThen): Supplement[] {
  const asked = acts.filter(({ act }) => act === 'ask-supplement')
  return pauses.map((pause, place) => {
    const asking = asked[place]
    const taking = acts.find(({ act, number }) => act === 'supplement' && number > (asking?.number ?? 0))
    return {
      id: pause.id,
      askedBy: asking?.actorName ?? '',
      wanted: pause.reason,
      askedAt: toSecond(pause.fromAt),
      takenBy: taking?.actorName ?? '',
      takenNote: taking?.details.note ?? '',
      takenAt: taking ? toSecond(taking.at) : null,
      isDone: taking !== undefined,
      papers: (asking?.details.papers ?? []).map(({ name, copies, form }) => ({
        name,
        copies,
        form: form === 'original' || form === 'electronic' ? form : 'copy',
      })),
      fees: [],
      dueBefore: null,
      dueAfter: taking?.details.dueAt ? toSecond(new Date(taking.details.dueAt)) : null,
    }
  })
}
