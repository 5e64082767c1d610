import { problemText } from '#kernel/problem-messages.ts'
import type { Trouble } from './domain/answer.ts'
import type { Both } from './domain/definition.ts'
import { problems } from './domain/problems.ts'
import type { StoredForm } from './store/versions.ts'
import { compiledOf } from './submitting.ts'

/** What a trouble is about and what is wrong, as a person is told it; of a cell with its row and column. */
export function troubleWords(
  version: StoredForm,
  { path, code, values }: Trouble,
): { label: Both | null; message: Both } {
  const [name = '', row, column] = path.split('.')
  const field = compiledOf(version).fields.get(name)?.field
  const cell = field?.columns.find((one) => one.name === column)
  const label = (language: 'vi' | 'en') => {
    const whole = (field?.label[language] || field?.label.vi || '').replace(/\?$/, '')
    const place = row === undefined ? '' : language === 'vi' ? `, dòng ${Number(row) + 1}` : `, row ${Number(row) + 1}`
    return `${whole}${place}${cell ? `, ${cell.label[language] || cell.label.vi}` : ''}`
  }
  const check =
    code === 'forms/check'
      ? version.definition.checks.filter(({ at }) => at === path)[Number(values.index)]?.message
      : undefined
  const message = (language: 'vi' | 'en') =>
    check ? check[language] || check.vi : problemText(problems, code, values, language)
  return {
    label: field ? { vi: label('vi'), en: label('en') } : null,
    message: { vi: message('vi'), en: message('en') },
  }
}
