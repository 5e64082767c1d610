import type { Permission } from '#kernel/endpoint.ts'
import type { CaseState } from './case.ts'
import type { Act } from './words.ts'

type Place = 'holder' | 'received' | 'competent'

/** Which permission an act asks for, and over which of the case's units: one of them is enough. */
export const RIGHTS: Readonly<Record<Act, { readonly permission: Permission; readonly over: readonly Place[] }>> = {
  submit: { permission: 'cases:submit', over: ['competent'] },
  receive: { permission: 'cases:receive', over: ['received', 'competent'] },
  refuse: { permission: 'cases:receive', over: ['received', 'competent'] },
  assign: { permission: 'cases:process', over: ['holder'] },
  check: { permission: 'cases:process', over: ['holder'] },
  forward: { permission: 'cases:process', over: ['holder'] },
  'send-back': { permission: 'cases:process', over: ['holder'] },
  'ask-supplement': { permission: 'cases:process', over: ['holder'] },
  supplement: { permission: 'cases:receive', over: ['received', 'competent'] },
  'ask-payment': { permission: 'cases:process', over: ['holder'] },
  'confirm-payment': { permission: 'cases:receive', over: ['received', 'competent'] },
  'waive-fee': { permission: 'cases:approve', over: ['competent', 'holder'] },
  consult: { permission: 'cases:process', over: ['holder'] },
  // Over the unit that was asked; the operation looks at the opinion.
  'answer-opinion': { permission: 'cases:process', over: [] },
  decide: { permission: 'cases:approve', over: ['holder'] },
  extend: { permission: 'cases:approve', over: ['competent', 'holder'] },
  stop: { permission: 'cases:approve', over: ['competent', 'holder'] },
  withdraw: { permission: 'cases:receive', over: ['received', 'competent'] },
  return: { permission: 'cases:receive', over: ['received', 'competent'] },
  reopen: { permission: 'cases:steer', over: ['competent'] },
  transfer: { permission: 'cases:steer', over: ['competent'] },
  'move-deadline': { permission: 'cases:steer', over: ['competent'] },
  'give-late-reason': { permission: 'cases:process', over: ['holder', 'competent'] },
  correct: { permission: 'cases:receive', over: ['received', 'competent'] },
}

/** The units of the case of which one is enough for the act. */
export function unitsAsked(act: Act, state: CaseState): readonly string[] {
  const units = { holder: state.unitId, received: state.receivedUnitId, competent: state.competentUnitId }
  return [...new Set(RIGHTS[act].over.map((place) => units[place]))]
}

export const PERMISSIONS = [...new Set(Object.values(RIGHTS).map(({ permission }) => permission))]
