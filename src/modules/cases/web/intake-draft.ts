import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import { type ProcedureContent, papersAsked } from '#modules/procedures/contract.ts'
import { useSession } from '#ui/session.tsx'
import type { UnitOption } from '#ui/unit-picker.tsx'
import type { receiveNewCase } from '../contract.ts'
import type { AUTHENTICATION, Channel, PAPER_FORMS, PAPER_SOURCES, PartyKind, RETURN_WAYS } from '../domain/words.ts'

export type AnswerValue = string | number | boolean | null
export type AnswerValues = Readonly<Record<string, AnswerValue>>

export type PartyDraft = {
  readonly kind: PartyKind
  readonly name: string
  readonly identityNumber: string
  readonly taxCode: string
  readonly bornOn: Day | null
  readonly gender: 'male' | 'female' | null
  readonly phone: string
  readonly email: string
  readonly address: string
}

export type PaperDraft = {
  readonly there: boolean
  readonly form: (typeof PAPER_FORMS)[number]
  readonly copies: number
  readonly source: (typeof PAPER_SOURCES)[number]
  readonly file: { readonly id: string; readonly name: string } | null
  readonly note: string
  /** Of a paper that is not on the procedure's list. */
  readonly name?: string
}

export type IntakeDraft = {
  readonly procedureCode: string | null
  readonly receivedUnitId: string | null
  readonly competentUnit: UnitOption | null
  readonly channel: Channel
  readonly authentication: (typeof AUTHENTICATION)[number]
  readonly title: string
  readonly subject: PartyDraft
  readonly representative: (PartyDraft & { readonly ground: string }) | null
  readonly papers: Readonly<Record<string, PaperDraft>>
  readonly answers: AnswerValues
  readonly returnWay: (typeof RETURN_WAYS)[number]
  readonly missingReason: string
}

export const emptyParty: PartyDraft = {
  kind: 'person',
  name: '',
  identityNumber: '',
  taxCode: '',
  bornOn: null,
  gender: null,
  phone: '',
  email: '',
  address: '',
}

export const emptyDraft: IntakeDraft = {
  procedureCode: null,
  receivedUnitId: null,
  competentUnit: null,
  channel: 'counter',
  authentication: 'none',
  title: '',
  subject: emptyParty,
  representative: null,
  papers: {},
  answers: {},
  returnWay: 'desk',
  missingReason: '',
}

/** What stays for the next person in the queue: everything that is not theirs. */
export function nextDraft({
  procedureCode,
  receivedUnitId,
  competentUnit,
  channel,
  returnWay,
}: IntakeDraft): IntakeDraft {
  return { ...emptyDraft, procedureCode, receivedUnitId, competentUnit, channel, returnWay }
}

/** Whether somebody's data stands in it, which must not be lost by a slip. */
export function holdsData({ subject, representative, title, papers }: IntakeDraft): boolean {
  return (
    subject.name.trim() !== '' ||
    subject.identityNumber.trim() !== '' ||
    subject.phone.trim() !== '' ||
    representative !== null ||
    title.trim() !== '' ||
    Object.values(papers).some(({ there, file }) => there || file !== null)
  )
}

/** A paper as the procedure asks it, until the clerk says otherwise. */
export function paperDraft(draft: IntakeDraft, paper: ProcedureContent['papers'][number]): PaperDraft {
  return (
    draft.papers[paper.code] ?? {
      there: false,
      form: paper.forms[0] ?? 'copy',
      copies: paper.copies,
      source: 'citizen',
      file: null,
      note: '',
    }
  )
}

/** The asked papers that must be there and are not. */
export function missingPapers(draft: IntakeDraft, content: ProcedureContent) {
  return papersAsked(content, draft.answers).filter((paper) => paper.required && !paperDraft(draft, paper).there)
}

/** The draft as the operation takes it; `receivedUnitId` and `procedureCode` must be chosen. */
export function intakeInput(draft: IntakeDraft, content: ProcedureContent): z.input<typeof receiveNewCase.input> {
  const asked = papersAsked(content, draft.answers)
  const listed = asked.map((paper) => [paper.code, paperDraft(draft, paper)] as const)
  const others = Object.entries(draft.papers).filter(([code]) => code.startsWith('other-'))
  const known = new Set(content.questions.map(({ name }) => name))
  return {
    procedureCode: draft.procedureCode ?? '',
    receivedUnitId: draft.receivedUnitId ?? '',
    ...(draft.competentUnit && { competentUnitId: draft.competentUnit.id }),
    channel: draft.channel,
    authentication: draft.authentication,
    ...(draft.title.trim() && { title: draft.title }),
    subject: partyInput(draft.subject),
    representative: draft.representative && {
      ...partyInput(draft.representative),
      ground: draft.representative.ground,
    },
    papers: [...listed, ...others].flatMap(([code, { there, file, ...paper }]) =>
      there ? [{ ...paper, code, fileId: file?.id ?? null }] : [],
    ),
    answers: Object.fromEntries(Object.entries(draft.answers).filter(([name]) => known.has(name))),
    returnWay: draft.returnWay,
    missingReason: draft.missingReason,
  }
}

/** A typed person or organisation as the operations take it: what is empty is not known. */
export function partyInput(party: PartyDraft) {
  const given = (text: string) => text.trim() || null
  return {
    kind: party.kind,
    name: party.name,
    identityNumber: given(party.identityNumber),
    taxCode: given(party.taxCode),
    bornOn: party.bornOn,
    gender: party.gender,
    phone: given(party.phone),
    email: given(party.email),
    address: given(party.address),
  }
}

/** What was being typed when the page was left, and by whom. */
let kept: { readonly accountId: string | undefined; readonly draft: IntakeDraft } | null = null

/**
 * The draft of an intake. It is somebody's personal data on a machine that several clerks use, so it stays in this page's memory: it
 * outlives going to another page and coming back, never the session, and nothing is left on the disk. A reload would lose it; the browser
 * asks before.
 */
export function useIntakeDraft() {
  const { account } = useSession()
  const accountId = account?.id
  const [draft, setDraft] = useState<IntakeDraft>(() => (kept?.accountId === accountId && kept?.draft) || emptyDraft)
  useEffect(() => {
    kept = { accountId, draft }
  }, [accountId, draft])
  const isAtRisk = holdsData(draft)
  useEffect(() => {
    if (!isAtRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isAtRisk])
  const change = useCallback((fields: Partial<IntakeDraft>) => setDraft((now) => ({ ...now, ...fields })), [])
  return { draft, change, replace: setDraft }
}
