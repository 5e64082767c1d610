import { parse } from 'csv-parse/sync'

/** The rows of CSV text, whatever their widths; commas or semicolons, as the line of headings has them. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const [headings = ''] = text.split('\n', 1)
  const delimiter = headings.split(';').length > headings.split(',').length ? ';' : ','
  return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
}
