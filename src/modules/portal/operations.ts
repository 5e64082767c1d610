import type { Operation } from '#server/operation.ts'
import { askCode } from './operations/ask-code.ts'
import { beginDraft } from './operations/begin-draft.ts'
import { beginProviderSignIn } from './operations/begin-provider-sign-in.ts'
import { beginUnsigned } from './operations/begin-unsigned.ts'
import { complainAboutOwnCase } from './operations/complain-about-own-case.ts'
import { currentCitizen } from './operations/current-citizen.ts'
import { dropDraft } from './operations/drop-draft.ts'
import { fileDraft } from './operations/file-draft.ts'
import { finishProviderSignIn } from './operations/finish-provider-sign-in.ts'
import { getDraft } from './operations/get-draft.ts'
import { getGuide } from './operations/get-guide.ts'
import { getHome } from './operations/get-home.ts'
import { getOwnCase } from './operations/get-own-case.ts'
import { getOwnLetterFile } from './operations/get-own-letter-file.ts'
import { getPlaceMap } from './operations/get-place-map.ts'
import { getPush } from './operations/get-push.ts'
import { getSignInWays } from './operations/get-sign-in-ways.ts'
import { giveCode } from './operations/give-code.ts'
import { keepField } from './operations/keep-field.ts'
import { listConsents } from './operations/list-consents.ts'
import { listFailedSearches } from './operations/list-failed-searches.ts'
import { listOwn } from './operations/list-own.ts'
import { listOwnLetters } from './operations/list-own-letters.ts'
import { listPlaces } from './operations/list-places.ts'
import { listPublicPages } from './operations/list-public-pages.ts'
import { listSynonyms } from './operations/list-synonyms.ts'
import { markOwnLettersRead } from './operations/mark-own-letters-read.ts'
import { printDraft } from './operations/print-draft.ts'
import { rateOwnCase } from './operations/rate-own-case.ts'
import { readDraft } from './operations/read-draft.ts'
import { removeSynonym } from './operations/remove-synonym.ts'
import { saveLifeEvent } from './operations/save-life-event.ts'
import { saveSynonym } from './operations/save-synonym.ts'
import { searchServices } from './operations/search-services.ts'
import { setConsent } from './operations/set-consent.ts'
import { signInApart } from './operations/sign-in-apart.ts'
import { signOutCitizen } from './operations/sign-out-citizen.ts'
import { supplementOwnCase } from './operations/supplement-own-case.ts'
import { turnOffPush } from './operations/turn-off-push.ts'
import { turnOnPush } from './operations/turn-on-push.ts'
import { withdrawOwnCase } from './operations/withdraw-own-case.ts'
import { writeOwnLetter } from './operations/write-own-letter.ts'

export const operations: readonly Operation[] = [
  askCode,
  beginDraft,
  currentCitizen,
  dropDraft,
  fileDraft,
  getDraft,
  getGuide,
  getHome,
  getOwnCase,
  giveCode,
  keepField,
  listFailedSearches,
  listOwn,
  listPlaces,
  getPlaceMap,
  listPublicPages,
  listSynonyms,
  printDraft,
  rateOwnCase,
  readDraft,
  removeSynonym,
  saveLifeEvent,
  saveSynonym,
  searchServices,
  signOutCitizen,
  supplementOwnCase,
  withdrawOwnCase,
  beginProviderSignIn,
  finishProviderSignIn,
  getSignInWays,
  signInApart,
  listOwnLetters,
  writeOwnLetter,
  markOwnLettersRead,
  getOwnLetterFile,
  complainAboutOwnCase,
  getPush,
  turnOnPush,
  turnOffPush,
  listConsents,
  setConsent,
  beginUnsigned,
]
