import type { Context } from '#server/operation.ts'
import { contactOf } from './draft-forms.ts'
import { knownToBePutIn } from './known.ts'
import { type DraftRow, offerField } from './store/drafts.ts'

/**
 * Puts what is known of whoever writes where nothing stands yet: the address of sign-in is how its holder is reached, and what the provider of
 * identities vouched for is who they are. What the writer took away stays away.
 */
export async function offerKnown({ tx, now }: Context, draft: DraftRow, actingFor: string): Promise<void> {
  if (actingFor === '') return
  const isSelf = actingFor === 'self'
  const who = isSelf ? 'subject' : 'representative'
  const contact = await contactOf(tx, draft.citizenId)
  const known = await knownToBePutIn(tx, draft.citizenId)
  const parts = {
    ...(contact && { [contact.channel === 'sms' ? 'phone' : 'email']: contact.address }),
    name: known?.name,
    identityNumber: known?.identityNumber,
    // Asked of the person it is about alone.
    ...(isSelf && { bornOn: known?.bornOn, address: known?.address }),
  }
  for (const [part, value] of Object.entries(parts))
    if (value) await offerField(tx, draft.id, `${who}.${part}`, value, now)
}
