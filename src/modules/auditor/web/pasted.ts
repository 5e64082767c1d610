export type Pasted = { readonly text: string; readonly html: string | null; readonly tables: number }

export const NOTHING_PASTED: Pasted = { text: '', html: null, tables: 0 }

/** What came from the clipboard: with its tables when the program that copied it gave them. */
export function pastedFrom(data: Pick<DataTransfer, 'getData'>): Pasted {
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  const tables = (html.match(/<table[\s>]/gi) ?? []).length
  // Without tables plain text says the same and brings no foreign layout along.
  return tables > 0 ? { text, html, tables } : { text, html: null, tables: 0 }
}

/** The pasted content as a file, read like any other. */
export function fileOf({ text, html }: Pasted, name: string): File {
  return html === null
    ? new File([text], `${name}.txt`, { type: 'text/plain' })
    : new File([`<!doctype html><meta charset="utf-8">${html}`], `${name}.html`, { type: 'text/html' })
}
