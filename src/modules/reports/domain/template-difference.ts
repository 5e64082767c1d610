import { canonicalJson } from './snapshot.ts'
import type { Template } from './template.ts'

/** One place in which two versions of a template differ. */
export type TemplateChange = {
  readonly change: 'added' | 'removed' | 'changed'
  /** `header`, `groups`, `closing`, `recipients`, `signer`, a section key, or `section/block`. */
  readonly place: string
  readonly title: string
}

/** What a new version adds, takes away and changes, in the order of the report. */
export function templateChanges(before: Template, after: Template): TemplateChange[] {
  const whole = (['periodKind', 'header', 'groups', 'closing', 'recipients', 'signer'] as const).flatMap((place) =>
    equal(before[place], after[place]) ? [] : [{ change: 'changed' as const, place, title: place }],
  )
  const left = places(before)
  const right = places(after)
  const removed = [...left].flatMap(([place, { title }]): TemplateChange[] =>
    right.has(place) ? [] : [{ change: 'removed', place, title }],
  )
  const others = [...right].flatMap(([place, now]): TemplateChange[] => {
    const then = left.get(place)
    if (!then) return [{ change: 'added', place, title: now.title }]
    return equal(then.body, now.body) ? [] : [{ change: 'changed', place, title: now.title }]
  })
  return [...whole, ...others, ...removed]
}

function places({ sections }: Template): Map<string, { title: string; body: unknown }> {
  return new Map(
    sections.flatMap(({ blocks, ...section }) => {
      const title = `${section.number} ${section.title}`.trim()
      const own: [string, { title: string; body: unknown }] = [section.key, { title, body: section }]
      return [
        own,
        ...blocks.map((block): [string, { title: string; body: unknown }] => [
          `${section.key}/${block.key}`,
          { title, body: block },
        ]),
      ]
    }),
  )
}

function equal(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right)
}
