// The door of the module. Other modules may call:
//
//   receiveNew(context, input)         → receives a case at once, in the caller's transaction, whose permission is `cases:receive`; throws
//                                        each refusal
//   receiptOf(tx, caseId)              → what the receipt of a received case says: code, secret, moments, whose it is
//   findUnitCode(tx, unitId, day)      → the identifier from which a unit's dossier codes of the day are made, or undefined
//   findDesk(tx, unitId)      → where the unit receives and returns, or undefined while nobody entered it
//   listReceiving(tx, day)    → the units that take cases in on the day, with their desks
//   wayOut(channel), handOver(channel, message, about) → whether messages leave; hands one over, from handlers alone: it throws while
//                                        the provider asks for patience
//   fileAsCitizen(context, given), caseOfCitizen(context, caseId), supplementAsCitizen(context, caseId, given),
//   withdrawAsCitizen(context, caseId, reason), competentFor(context, caseId)
//                             → what a citizen does to a case of their own; the caller has made sure that it is
//   lettersOfCitizen(context, caseId, page), writeAsCitizen(context, caseId, words), readAsCitizen(context, caseId),
//   letterFileOfCitizen(context, asked)
//                             → what a citizen says and reads about a case of their own; likewise
//   keepDiscontent(tx, caseId, why, at), isAnyDiscontent(tx, why)
//                             → that somebody complained of a case or was not content with it, for the 766 index (5.4)
//   caseByReceipt(context, receipt) → the case whose code and secret somebody has in hand; the row scope is everything then
//   whoHandled(tx, caseId)    → the officials who acted on the case, wrote to its citizen or have it now
//   heirOf(structure, unitId, now) → the one unit that follows an ended unit; null while it stands, and when none or several do
//   pushKeyFor(tx), keepPushAddress(context, target), dropPushAddress(context, id), queuePush(context, caseId, to)
//                             → notices of the browser: what it needs to know, where it wants to be told, that there is news
//   requireCheckedFile(tx, fileId, actor) → what is known of a file of the actor's; throws what is wrong with it
//   lookUpCase, writeByReceipt → the operations by which anybody with code and secret follows a case and writes about it

import type { Module } from '#server/module.ts'
import { caseOperations } from './case-operations.ts'
import { defineCaseFigures } from './counting.ts'
import { countingOperations } from './counting-operations.ts'
import { problems } from './domain/problems.ts'
import { channelsWithoutAddress } from './gateways/message-gateways.ts'
import { passOnAfterChange, passOnByTheDay, passOnMore } from './handlers/pass-on-cases.ts'
import { listOperations } from './list-operations.ts'
import { notifyHandlers, notifyOperations, notifySchedules } from './notify-operations.ts'
import { paperOperations } from './paper-operations.ts'
import { deadRules } from './watch-over-rules.ts'
import { watchedTopics } from './watched-topics.ts'
import { makePushKey } from './web-push.ts'

export { caseByReceipt } from './by-receipt.ts'
export { requireCheckedFile } from './checked-files.ts'
export { caseOfCitizen, competentFor, fileAsCitizen, supplementAsCitizen, withdrawAsCitizen } from './citizen-acts.ts'
export { letterFileOfCitizen, lettersOfCitizen, readAsCitizen, writeAsCitizen } from './citizen-letters.ts'
export { heirOf } from './engine/succession.ts'
export { handOver, wayOut } from './gateways/message-gateways.ts'
export { lookUpCase } from './operations/look-up-case.ts'
export { receiveNew } from './operations/receive-new-case.ts'
export { writeByReceipt } from './operations/write-by-receipt.ts'
export { receiptOf } from './receipt-of.ts'
export { findDesk, listReceiving } from './store/desks.ts'
export { isAnyDiscontent, keepDiscontent } from './store/discontent.ts'
export { whoHandled } from './store/handlers.ts'
export { findUnitCode } from './store/settings.ts'
export { dropPushAddress, keepPushAddress, pushKeyFor, queuePush } from './web-push.ts'

export const cases: Module = {
  name: 'cases',
  operations: [...caseOperations, ...listOperations, ...paperOperations, ...countingOperations, ...notifyOperations],
  handlers: [passOnAfterChange, passOnMore, ...notifyHandlers],
  schedules: [passOnByTheDay, ...notifySchedules],
  problems,
  watchedTopics,
  ailments: [
    { name: 'dead-escalation-rules', count: deadRules },
    { name: 'channels-without-public-address', count: () => Promise.resolve(channelsWithoutAddress()) },
  ],
  prepare: async (context) => {
    await defineCaseFigures(context)
    await makePushKey(context)
  },
}

// For whoever speaks of cases with other systems:
//
//   caseAfterAct(tx, caseId, number) → the case as it was after one of its acts, with what hung on it then
//   setSync(context, caseId, sync)   → how far the case is known to the national portal; counted with the rest
//   takeInFiled(context, filed)      → takes in what was filed elsewhere, under its code there; throws each refusal
//   placesOfCases(tx, caseIds)       → the code of each, and the unit that decides it
//   findCaseCode(tx, caseId), findCaseIdByCode(tx, code), findUnitByCode(tx, identifier, day)
//   listActsBetween(tx, { from, to, unitIds, limit }) → acts of a span of time on cases that bear a code
//   openFile(tx, fileId, now)        → a file of a case, looked at; for a caller that has decided itself who may see it
//   isCaseCode(text)                 → whether it is a dossier code, of today or of before
export { openFile } from './checked-files.ts'
export { isCaseCode } from './domain/code.ts'
export { type CaseThen, caseAfterAct, setSync, takeInFiled } from './engine/national.ts'
export { sendThrough } from './gateways/message-gateways.ts'
export { type StandIns, startStandIns } from './stand-ins/start.ts'
export { findCaseCode, findCaseIdByCode, findUnitByCode, listActsBetween, placesOfCases } from './store/national.ts'
