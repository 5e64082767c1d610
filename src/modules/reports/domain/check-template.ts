import { type BrokenReason, brokenPlaceholders } from './placeholder.ts'
import type { Block, Template } from './template.ts'

/** One thing in a template that could not be filled; `path` leads to it. */
export type TemplateFault = {
  readonly path: string
  readonly code: 'key-reused' | 'unknown-group' | 'unknown-column' | 'unknown-row' | BrokenReason
  readonly word: string
}

/** Everything in a template that would leave a hole however good the numbers are. */
export function faultsOf(template: Template): TemplateFault[] {
  const groups = new Set(template.groups.map(({ key }) => key))
  const blocks = template.sections.flatMap((section, at) =>
    section.blocks.map((block, index) => ({ block, path: `sections.${at}.blocks.${index}` })),
  )
  return [
    ...reused(
      'groups',
      template.groups.map(({ key }) => key),
    ),
    ...(groups.has('self') ? [{ path: 'groups', code: 'key-reused' as const, word: 'self' }] : []),
    ...reused(
      'sections',
      template.sections.map(({ key }) => key),
    ),
    ...reused(
      'sections',
      blocks.map(({ block }) => block.key),
    ),
    ...texts(template).flatMap(({ path, text }) =>
      brokenPlaceholders(text, groups).map(({ reason, word }) => ({ path, code: reason, word })),
    ),
    ...blocks.flatMap(({ block, path }) => (block.kind === 'table' ? tableFaults(block, path, groups) : [])),
  ]
}

/** Every text of a template in which placeholders may stand. */
function texts({ header, sections, closing }: Template): { path: string; text: string }[] {
  return [
    { path: 'header.abstract', text: header.abstract },
    { path: 'header.opening', text: header.opening },
    ...header.bases.map((text, index) => ({ path: `header.bases.${index}`, text })),
    ...sections.flatMap((section, at) => [
      { path: `sections.${at}.title`, text: section.title },
      ...section.blocks.flatMap((block, index) =>
        block.kind === 'text' ? [{ path: `sections.${at}.blocks.${index}.text`, text: block.text }] : [],
      ),
    ]),
    { path: 'closing', text: closing },
  ]
}

function tableFaults(
  table: Extract<Block, { kind: 'table' }>,
  path: string,
  groups: ReadonlySet<string>,
): TemplateFault[] {
  const faults = [
    ...reused(
      `${path}.columns`,
      table.columns.map(({ key }) => key),
    ),
    ...reused(
      `${path}.rows`,
      table.rows.map(({ key }) => key),
    ),
  ]
  for (const [index, { cell }] of table.columns.entries()) {
    if (cell.kind !== 'ratio') continue
    const left = new Set(table.columns.slice(0, index).map(({ key }) => key))
    for (const word of [cell.numerator, cell.denominator]) {
      if (!left.has(word)) faults.push({ path: `${path}.columns.${index}`, code: 'unknown-column', word })
    }
  }
  for (const [index, row] of table.rows.entries()) {
    if ((row.kind === 'units' || row.kind === 'group') && row.group !== 'self' && !groups.has(row.group)) {
      faults.push({ path: `${path}.rows.${index}`, code: 'unknown-group', word: row.group })
    }
    if (row.kind !== 'total') continue
    const above = new Set(table.rows.slice(0, index).map(({ key }) => key))
    for (const word of row.of)
      if (!above.has(word)) faults.push({ path: `${path}.rows.${index}`, code: 'unknown-row', word })
  }
  return faults
}

function reused(path: string, keys: readonly string[]): TemplateFault[] {
  return keys
    .filter((key, index) => keys.indexOf(key) < index)
    .map((word) => ({ path, code: 'key-reused' as const, word }))
}
