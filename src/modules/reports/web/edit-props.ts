import type { Template } from '../domain/template.ts'

/** What every part of the template editor is given. */
export type EditProps = {
  readonly body: Template
  readonly onChange: (body: Template) => void
  readonly mayEdit: boolean
}
