export * from './contract/filling.ts'
export * from './contract/forms.ts'
export * from './contract/shapes.ts'
// Pure, and the same in browser and server: what a form says over answers.
export type {
  Answers,
  AnswerValue,
  FileAnswer,
  FormContext,
  PlaceAnswer,
  RowAnswer,
  Trouble as AnswerTrouble,
} from './domain/answer.ts'
export { type CompiledForm, compileForm } from './domain/compile.ts'
export * from './domain/definition.ts'
export { type Evaluation, evaluateForm, evaluationJson, isComplete, troublesOf } from './domain/evaluate.ts'
export { COLUMN_KINDS, FIELD_KINDS, type FieldKind, KNOWN_FACTS, type KnownFact } from './domain/kinds.ts'
export { type MovedAnswers, type MoveNotice, moveAnswers as moveToVersion } from './domain/migrate.ts'
export { acceptAnswers, type Known, type Submission, withKnown } from './domain/submission.ts'
