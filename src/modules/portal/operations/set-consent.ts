import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { consentsOf, keepConsent } from '../consents.ts'
import * as contract from '../contract.ts'
import { KNOWN_PURPOSE } from '../domain/draft.ts'
import { requireDraft } from '../drafts.ts'
import { putField } from '../store/drafts.ts'

export const setConsent = operation(contract.setConsent, async (context, { purpose, draftId, given, language }) => {
  const { tx, now } = context
  if ((purpose === KNOWN_PURPOSE.code) !== (draftId === null))
    throw new Problem('invalid-input', 'portal/consent-about-what')
  if (draftId !== null) {
    const draft = await requireDraft(context, contract.setConsent, draftId)
    // The box in an application that is still being written shows the same.
    if (draft.state === 'open') await putField(tx, draftId, `consent.${purpose}`, given, now)
  }
  await keepConsent(context, { purpose, draftId, given }, language)
  return consentsOf(context)
})
