// Answers to the electronic forms inside an application: fields whose names begin with `form.`, kept as they are typed, right or wrong. An
// application may have several forms: answers to those after the first end in the mark of their form, `form.NAME@MARK`.

const FORM = 'form.'
const ASIDE = 'aside.'

export const isFormField = (name: string): boolean => name.startsWith(FORM)
export const formField = (answer: string, mark = ''): string => FORM + marked(answer, mark)
export const asideField = (answer: string, mark = ''): string => ASIDE + marked(answer, mark)
/** The name of the answer in its form, and the mark of that. */
export const answerName = (field: string): Marked => unmarked(field.slice(FORM.length))

type Marked = { readonly name: string; readonly mark: string }
const marked = (answer: string, mark: string): string => (mark === '' ? answer : `${answer}@${mark}`)

function unmarked(text: string): Marked {
  const at = text.indexOf('@')
  return at < 0 ? { name: text, mark: '' } : { name: text.slice(0, at), mark: text.slice(at + 1) }
}

export type Kept = Readonly<Record<string, unknown>>

/** The fields of an application without the answers to its forms; of each form by its mark these, and those that have no place any more. */
export type PartedFields = {
  readonly fields: Kept
  readonly of: (mark: string) => { readonly answers: Kept; readonly aside: Kept }
}

export function partedFields(kept: Kept): PartedFields {
  const under = (prefix: string, mark: string) =>
    Object.fromEntries(
      Object.entries(kept).flatMap(([field, value]) => {
        if (!field.startsWith(prefix)) return []
        const of = unmarked(field.slice(prefix.length))
        return of.mark === mark ? [[of.name, value] as const] : []
      }),
    )
  const plain = Object.entries(kept).filter(([name]) => !name.startsWith(FORM) && !name.startsWith(ASIDE))
  return {
    fields: Object.fromEntries(plain),
    of: (mark) => ({ answers: under(FORM, mark), aside: under(ASIDE, mark) }),
  }
}

/** What of a field of a form decides which shape its answer has. */
export type AskedField = {
  readonly kind: string
  /** Given by a formula. */
  readonly value: unknown
  readonly columns: readonly { readonly name: string; readonly value: unknown }[]
}

/** More letters than any field takes, so that too long a text is kept until its writer has shortened it. */
const MOST_LETTERS = 20_000
const MOST_CELL_LETTERS = 2000
const MOST_ROWS = 5000
const MOST_PARTS = 200

/** Why an answer cannot be kept, whether right or wrong; undefined: it can. Looks at no more than the shape that the kind has. */
export function shapeTrouble(field: AskedField, raw: unknown): string | undefined {
  if (SILENT.has(field.kind)) return 'portal/unknown-field-name'
  if (field.value !== null) return 'portal/answer-computed'
  if (raw === null) return undefined
  switch (field.kind) {
    case 'table':
      return tableTrouble(field, raw)
    case 'files':
      return listTrouble(raw, MOST_PARTS, (one) => (isParts(one, FILE_PARTS) ? undefined : 'portal/answer-shape'))
    case 'choices':
      return listTrouble(raw, MOST_PARTS, (one) => scalarTrouble(one, MOST_CELL_LETTERS))
    case 'address':
    case 'unit':
      return isParts(raw, PLACE_PARTS) ? undefined : 'portal/answer-shape'
    default:
      return scalarTrouble(raw, MOST_LETTERS)
  }
}

const SILENT: ReadonlySet<string> = new Set(['heading', 'note', 'signature'])
const FILE_PARTS = ['fileId', 'name']
const PLACE_PARTS = ['unitId', 'place', 'line']

function scalarTrouble(raw: unknown, most: number): string | undefined {
  if (typeof raw === 'string') return raw.length > most ? 'portal/answer-too-large' : undefined
  return typeof raw === 'number' || typeof raw === 'boolean' || raw === null ? undefined : 'portal/answer-shape'
}

function listTrouble(raw: unknown, most: number, of: (one: unknown) => string | undefined): string | undefined {
  if (!Array.isArray(raw)) return 'portal/answer-shape'
  if (raw.length > most) return 'portal/answer-too-large'
  for (const one of raw) {
    const found = of(one)
    if (found !== undefined) return found
  }
  return undefined
}

function tableTrouble({ columns }: AskedField, raw: unknown): string | undefined {
  const asked = new Map(columns.map(({ name, value }) => [name, value === null]))
  return listTrouble(raw, MOST_ROWS, (row) => {
    if (!isRecord(row)) return 'portal/answer-shape'
    for (const [name, cell] of Object.entries(row)) {
      const isTyped = asked.get(name)
      if (isTyped === undefined) return 'portal/answer-shape'
      const found = isTyped ? scalarTrouble(cell, MOST_CELL_LETTERS) : 'portal/answer-computed'
      if (found !== undefined) return found
    }
    return undefined
  })
}

/** Whether it is an object of short texts under no other names than these. */
const isParts = (raw: unknown, names: readonly string[]): boolean =>
  isRecord(raw) &&
  Object.entries(raw).every(
    ([name, value]) =>
      names.includes(name) && (value === null || (typeof value === 'string' && value.length <= MOST_CELL_LETTERS)),
  )

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The ids of the files in an answer to a field of the kind. */
export function filesIn(kind: string, raw: unknown): readonly string[] {
  if (kind !== 'files' || !Array.isArray(raw)) return []
  return raw.flatMap((one: unknown) =>
    isRecord(one) && 'fileId' in one && typeof one.fileId === 'string' ? [one.fileId] : [],
  )
}

/** Where an answer that was typed on another version of the form is kept: under the name it has now, or put aside. */
export function placeNow(
  fields: ReadonlyMap<string, { readonly name: string; readonly formerly: readonly string[] }>,
  name: string,
  mark = '',
): string {
  if (fields.has(name)) return formField(name, mark)
  const now = [...fields.values()].find(({ formerly }) => formerly.includes(name))
  return now ? formField(now.name, mark) : asideField(name, mark)
}
