// What another module's intake page is made of; see `loadIntakeParts`.
export { checkParty } from '../domain/party.ts'
export { emptyDraft, holdsData, intakeInput, missingPapers, nextDraft, useIntakeDraft } from './intake-draft.ts'
export { IntakeForm } from './intake-form.tsx'
export { IntakeSourceContext } from './intake-source.ts'
export { useOwnUnits } from './own-units.ts'
