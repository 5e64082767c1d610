import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { ReportDocument } from '../domain/document.ts'
import type { Finding, Spot } from '../domain/finding.ts'
import { readDocx } from '../gateways/readers/docx.ts'
import { visitXml } from '../gateways/readers/xml.ts'

/** A part of a Word file as text. */
export function xmlOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
}

/** The Word file as a document. */
export async function readBack(bytes: Uint8Array): Promise<ReportDocument> {
  const document = await readDocx(bytes, 'bao-cao.docx')
  if ('fault' in document) throw new Error(document.fault)
  return document
}

type Comment = { readonly author: string; readonly text: string }

/** The comments by their ids, as a program for documents reads them. */
export function commentsOf(bytes: Uint8Array): Map<string, Comment> {
  const comments = new Map<string, Comment>()
  let id = ''
  const fault = visitXml(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array(), {
    open: (name, attributes) => {
      if (name !== 'w:comment') return
      id = attributes['w:id'] ?? ''
      expect(comments.has(id)).toBe(false)
      comments.set(id, { author: attributes['w:author'] ?? '', text: '' })
    },
    close: (name) => {
      const comment = comments.get(id)
      if (name === 'w:p' && comment) comments.set(id, { ...comment, text: `${comment.text}\n` })
    },
    text: (said) => {
      const comment = comments.get(id)
      if (comment) comments.set(id, { ...comment, text: comment.text + said })
    },
  })
  expect(fault).toBeNull()
  return comments
}

/** The text of the document under each comment; every range has its start, end and reference, in that order. */
export function rangesOf(bytes: Uint8Array): Map<string, string> {
  const ranges = new Map<string, string>()
  const open = new Set<string>()
  const fault = visitXml(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array(), {
    open: (name, attributes) => {
      const id = attributes['w:id'] ?? ''
      if (name === 'w:commentRangeStart') {
        open.add(id)
        ranges.set(id, '')
      }
      if (name === 'w:commentRangeEnd') expect(open.delete(id)).toBe(true)
      if (name === 'w:commentReference') expect(ranges.has(id) && !open.has(id)).toBe(true)
    },
    close: () => undefined,
    text: (said) => {
      for (const id of open) ranges.set(id, ranges.get(id) + said)
    },
  })
  expect(fault).toBeNull()
  expect(open.size).toBe(0)
  return ranges
}

/** Fails when a part is not well-formed XML. */
export function requireWellFormed(bytes: Uint8Array): void {
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    if (/\.(xml|rels)$/.test(name))
      expect([
        name,
        visitXml(content, { open: () => undefined, close: () => undefined, text: () => undefined }),
      ]).toEqual([name, null])
}

/** A finding at these places that says its number everywhere. */
export const finding = (number: number, spots: readonly Spot[]): Finding => ({
  rule: 'a-rule',
  key: `k${number}`,
  placeKey: `p${number}`,
  severity: 'proved',
  places: spots.map((spot) => ({
    ...spot,
    quote: `trích ${number}`,
    where: { vi: `chỗ ${number}`, en: `place ${number}` },
  })),
  stated: { vi: `ghi ${number}`, en: `stated ${number}` },
  worked: { vi: `tính ${number}`, en: `worked ${number}` },
  why: { vi: `vì ${number}`, en: `because ${number}` },
})
