// The door of the module. `main` calls:
//
//   identifyCitizen(credentials, db) → the citizen behind a session cookie, or null
//   signInThrough(provider)          → citizens sign in through it from now on
//   startIdentityStandIn()           → what stands in for such a provider in the demonstration
//
// Other modules that serve pages to citizens may call:
//
//   framed(view, page), refused(view, problem), at(view, path), say(view, both)
//                                    → the frame of such a page; that of a refusal; an address and a text in the language of the view
//   momentText(instant)              → an instant in office time, as such pages write it
//   contactOf(typed), maskedAddress(contact) → an address in its one form, or null; one with its middle hidden
//   rateCase(tx, rating)             → keeps what is thought of a case, once it is known to be theirs; one word for a case
//   listCaseRatings(tx, page), countCaseRatings(tx, span) → what is thought of cases in sight, the worst first; how many by stars
//   ownContact(context)              → the address that the citizen who acts has proven

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { placeEarlier } from './earlier-ratings.ts'
import { announceNews } from './handlers/announce-news.ts'
import { pushHandlers } from './handlers/push-news.ts'
import { sendCode } from './handlers/send-code.ts'
import { tellOfComplaints } from './handlers/tell-of-complaints.ts'
import { tidy } from './handlers/tidy.ts'
import { operations } from './operations.ts'
import { pages } from './pages/pages.ts'
import { tellOfEarlierRatings } from './rate-case.ts'
import { watchedTopics } from './watched-topics.ts'

export { contactOf, maskedAddress } from './domain/contact.ts'
export { identifyCitizen } from './identify-citizen.ts'
export { ownContact } from './own-contact.ts'
export { at, framed, refused, say } from './pages/frame.ts'
export { signInThrough } from './provider.ts'
export { rateCase } from './rate-case.ts'
export { type IdentityStandIn, startIdentityStandIn } from './stand-ins/identity-provider.ts'
export { countCaseRatings, listCaseRatings, type RatingMark } from './store/ratings.ts'

export const portal: Module = {
  name: 'portal',
  operations,
  handlers: [sendCode, ...tellOfComplaints, ...announceNews, ...pushHandlers],
  schedules: [tidy],
  problems,
  pages,
  strictPages: ['/nop-ho-so', '/ho-so-cua-toi', '/cong-dan'],
  watchedTopics,
  prepare: async (context) => {
    await placeEarlier(context)
    await tellOfEarlierRatings(context)
  },
}
