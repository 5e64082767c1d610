import type { z } from 'zod'
import type { Context } from '#server/operation.ts'
import { catalogueOf } from './catalogue.ts'
import type * as contract from './contract.ts'
import { consentText } from './drafts.ts'
import { draftsInSight, insertConsent, latestConsents } from './store/drafts.ts'

type Said = { readonly purpose: string; readonly draftId: string | null; readonly given: boolean }

/** Keeps that the citizen agreed or took it back: who, to what, when, in which words. */
export async function keepConsent(context: Context, said: Said, language: 'vi' | 'en'): Promise<void> {
  const { tx, actor, now, newId } = context
  const by = { id: newId(), citizenId: actor.id, at: now, language }
  await insertConsent(tx, { ...by, ...said, ...consentText(said.purpose, language) })
}

/** What the citizen who acts has agreed to or taken back, as it holds now. */
export async function consentsOf({ tx, actor, now }: Context): Promise<z.input<typeof contract.listConsents.output>> {
  const latest = await latestConsents(tx, actor.id)
  const ids = latest.flatMap(({ draftId }) => (draftId === null ? [] : [draftId]))
  const drafts = new Map((await draftsInSight(tx, ids)).map((row) => [row.id, row]))
  const { services } = await catalogueOf(tx, now)
  const rows = latest.flatMap(({ purpose, draftId, given, at }) => {
    const draft = draftId === null ? undefined : drafts.get(draftId)
    // An application that was thrown away: nothing is left that it could be about.
    if (draftId !== null && (!draft || draft.state === 'dropped')) return []
    const code = draft?.procedureCode
    const about = code === undefined ? null : (services.get(code)?.name ?? { vi: code, en: code })
    return [{ purpose, given, at, draftId, about, caseCode: draft?.caseCode ?? null }]
  })
  return { rows: rows.toSorted((a, b) => b.at.getTime() - a.at.getTime()) }
}
