// A printed form as plain values, drawn by outputs/forms/form.typ. Every text is printed as it is, never read as markup.

export type FormField = { readonly label: string; readonly value: string; readonly strong?: boolean }

export type FormColumn = {
  readonly title: string
  /** Share of the width. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  /** Columns that follow each other under one heading. */
  readonly group?: string
}

export type FormBlock =
  /** Labelled lines; an empty value is a dotted line to be filled by hand. */
  | { readonly kind: 'fields'; readonly fields: readonly FormField[] }
  | { readonly kind: 'text'; readonly text: string; readonly style: 'plain' | 'italic' | 'bold' }
  | {
      readonly kind: 'table'
      readonly columns: readonly FormColumn[]
      readonly rows: readonly (readonly string[])[]
      /** Rows in bold, by place: sums of others. */
      readonly strong?: readonly number[]
    }

export type FormSignature = { readonly title: string; readonly hint: string; readonly name: string }

export type FormPage = {
  readonly language: 'vi' | 'en'
  readonly landscape: boolean
  /** Official number of the form: `01`. */
  readonly form: string
  readonly parentAgency: string
  readonly agency: string
  /** Under the name of the agency: the number of the case or of the form. */
  readonly reference: string
  /** What is said in bars under the reference, and how the picture is described; null: no bars. */
  readonly barcode: { readonly text: string; readonly says: string } | null
  readonly nation: string
  readonly motto: string
  readonly placeAndDay: string
  /** Above the title, in a frame: what a reader must know of this copy. */
  readonly mark: string
  readonly title: string
  readonly subtitle: string
  readonly qr: { readonly url: string; readonly caption: readonly string[]; readonly says: string } | null
  readonly blocks: readonly FormBlock[]
  readonly signatures: readonly FormSignature[]
  readonly recipients: readonly string[]
  /** At the foot of every page. */
  readonly foot: string
}

export type FormDocument = { readonly title: string; readonly pages: readonly FormPage[] }
