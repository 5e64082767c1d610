import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { checkedParty, partyRows, searchTextOf } from '../engine/parties.ts'
import { showCase } from '../engine/show.ts'
import { updateFiled } from '../store/cases.ts'
import { listParties, replaceParties } from '../store/parts.ts'

export const correctCase = operation(contract.correctCase, async (context, input) => {
  const opened = await openCase(context, contract.correctCase, 'correct', input)
  const { row } = opened
  const { tx } = context
  const { title = row.title, subject, representative } = input
  const corrected = [
    ...(title === row.title ? [] : ['title']),
    ...(subject ? ['subject' as const] : []),
    ...(representative === undefined ? [] : ['representative' as const]),
  ]
  if (corrected.length === 0) throw new Problem('rule-broken', 'cases/nothing-corrected')
  const [about, behalf] = [
    subject ? checkedParty('subject', subject) : null,
    representative ? checkedParty('representative', representative) : null,
  ]
  const made = partyRows(context, row.id, about, behalf, representative?.ground ?? null)
  const roles = corrected.filter((field) => field === 'subject' || field === 'representative')
  const kept = (await listParties(tx, row.id)).filter(({ role }) => !roles.includes(role))
  const filed = {
    title,
    searchText: searchTextOf(row.code, title, [...kept, ...made]),
    ...(about && {
      subjectName: about.party.name,
      subjectIdentity: about.party.identityNumber ?? about.party.taxCode,
      subjectPhone: about.party.phone,
    }),
  }
  const parts = async () => {
    await replaceParties(tx, row.id, roles, made)
    await updateFiled(tx, row.id, filed)
  }
  const wish = { act: 'correct' as const, details: { note: input.reason, corrected } }
  const after = await saveAct(context, opened, wish, { parts })
  return showCase(context, { ...after, ...filed })
})
