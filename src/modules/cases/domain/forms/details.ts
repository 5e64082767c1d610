import type { FormAct, FormPaper, PaperForm } from './facts.ts'

/** A text that the act was given, or ''. */
export function textOf(act: Pick<FormAct, 'details'>, name: string): string {
  const value = act.details[name]
  return typeof value === 'string' ? value : ''
}

/** Why the act was done. */
export function reasonOf(act: Pick<FormAct, 'details'>): string {
  return textOf(act, 'reason') || textOf(act, 'note')
}

/** A moment that the act was given as ISO text, or null. */
export function momentOf(act: Pick<FormAct, 'details'>, name: string): Date | null {
  const at = new Date(textOf(act, name))
  return Number.isNaN(at.getTime()) ? null : at
}

/** The name of the officer that the act gave the case to, or ''. */
export function assigneeOf({ details: { assignee } }: Pick<FormAct, 'details'>): string {
  if (typeof assignee !== 'object' || assignee === null || !('name' in assignee)) return ''
  return typeof assignee.name === 'string' ? assignee.name : ''
}

const FORMS: readonly string[] = ['original', 'certified-copy', 'copy', 'electronic'] satisfies readonly PaperForm[]

/** The papers that a request for supplements asks for. */
export function papersOf(act: Pick<FormAct, 'details'>): FormPaper[] {
  const { papers } = act.details
  if (!Array.isArray(papers)) return []
  return papers.flatMap((paper: unknown) => {
    if (typeof paper !== 'object' || paper === null) return []
    const { name, code, form, copies, note } = paper as Readonly<Record<string, unknown>>
    const called = typeof name === 'string' ? name : typeof code === 'string' ? code : ''
    if (called === '') return []
    return {
      name: called,
      // One of ours: it stands in the list.
      form: typeof form === 'string' && FORMS.includes(form) ? (form as PaperForm) : 'original',
      copies: typeof copies === 'number' ? copies : 1,
      note: typeof note === 'string' ? note : '',
    }
  })
}

/** The last act of one of these kinds, or undefined. */
export function lastAct(acts: readonly FormAct[], ...kinds: readonly FormAct['act'][]): FormAct | undefined {
  return acts.findLast(({ act }) => kinds.includes(act))
}
