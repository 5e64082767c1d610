import type { DemoDeps } from './deps.ts'
import { definitionOf, readForms } from './forms-rows.ts'
import { FIRST_DAY } from './procedures-rows.ts'

/** Loads the illustrative forms, each for its procedures. Does nothing when there are forms. */
export async function loadFormsDemo({ perform }: Pick<DemoDeps, 'perform'>): Promise<void> {
  const { forms } = await perform<{ forms: unknown[] }>('forms.list-forms', { day: '2026-11-01', limit: 1 })
  if (forms.length > 0) return
  const file = await readForms()
  for (const row of file.forms) {
    const { code, procedures } = row
    await perform('forms.create-form', { code, procedures, definition: definitionOf(row, file) })
    await perform('forms.publish-form', { code, revision: 1, validFrom: FIRST_DAY })
  }
}
