import { useLabel } from '#ui/language.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { ProcedureContent } from '../contract.ts'
import { checkContent } from '../domain/check-content.ts'
import type { Fault } from './draft-state.tsx'

/** Everything to mend in a finished content: what the check finds, and with `fields` also what is not filled in properly. */
export function useFaultsOf(): (content: ProcedureContent, fields: boolean) => readonly Fault[] {
  const say = useLabel()
  const problems = useProblemText()
  return (content, fields) => {
    const found = checkContent(content).map(({ place, message }) => ({
      place: byIndex(place, content),
      text: say(message),
    }))
    if (!fields) return found
    const read = ProcedureContent.safeParse(content)
    // English is made from Vietnamese where it is empty: one fault is told once.
    const issues = read.success ? [] : read.error.issues.filter(({ path }) => path.at(-1) !== 'en')
    const wrong = issues.map(({ path, code }) => ({
      place: path.join('.'),
      text: problems.detail({
        path: '',
        code: code === 'too_small' ? 'platform/required' : 'platform/invalid-field',
        message: '',
      }),
    }))
    return [...wrong, ...found]
  }
}

/** `papers.to-khai` as `papers.3`: the check names parts by their code, a page by their place. */
function byIndex(place: string, { papers, fees, results, questions }: ProcedureContent): string {
  const [list = '', code = '', ...rest] = place.split('.')
  const codes: Readonly<Record<string, readonly string[]>> = {
    papers: papers.map((one) => one.code),
    fees: fees.map((one) => one.code),
    results: results.map((one) => one.code),
    questions: questions.map((one) => one.name),
  }
  const index = codes[list]?.indexOf(code) ?? -1
  return index < 0 ? place : [list, index, ...rest].join('.')
}
