import { VisuallyHidden } from '@mantine/core'
import { memo, useMemo } from 'react'
import { useMessages } from '#ui/language.tsx'
import { Lines } from '#ui/loaded.tsx'
import classes from './document.module.css'
import { DocumentChunk } from './document-chunk.tsx'
import { chunksOf, countTables } from './document-chunks.ts'
import type { Chosen, Mark } from './marks.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { DocumentPart } from './read-document.ts'

type Props = {
  readonly title: string
  readonly parts: readonly DocumentPart[]
  readonly isWhole: boolean
  readonly marks: ReadonlyMap<number, readonly Mark[]>
  readonly chosen: Chosen | null
  readonly onChoose: (id: string) => void
}

/** The document as it looks, on paper. Parts appear as they come; what is out of sight is not laid out. */
export function DocumentView({ title, parts, isWhole, marks, chosen, onChoose }: Props) {
  const m = useMessages({ vi, en })
  return (
    <article className={classes.paper} lang="vi" aria-label={m.documentOf(title)}>
      <VisuallyHidden component="h2" lang={m.lang}>
        {m.document}
      </VisuallyHidden>
      {parts.map((part, index) => (
        <Part
          key={part.fromBlock}
          part={part}
          tablesBefore={parts.slice(0, index).reduce((sum, { blocks }) => sum + countTables(blocks), 0)}
          marks={marks}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
      {!isWhole && <Lines count={6} />}
    </article>
  )
}

const NO_MARKS: ReadonlyMap<number, readonly Mark[]> = new Map()

type PartProps = Pick<Props, 'marks' | 'chosen' | 'onChoose'> & {
  readonly part: DocumentPart
  readonly tablesBefore: number
}

/** Drawn again only where something changed: a chunk without marks keeps the same props for ever. */
const Part = memo(function Part({ part, tablesBefore, marks, chosen, onChoose }: PartProps) {
  const { blocks, fromBlock } = part
  const chunks = useMemo(
    () =>
      chunksOf(blocks, fromBlock, tablesBefore).map((chunk) => ({
        chunk,
        own: blocks.slice(chunk.from - fromBlock, chunk.to - fromBlock + 1),
      })),
    [blocks, fromBlock, tablesBefore],
  )
  const marked = useMemo(() => chunks.map(({ chunk: { from, to } }) => marksBetween(marks, from, to)), [chunks, marks])
  return chunks.map(({ chunk, own }, index) => (
    <DocumentChunk
      key={chunk.key}
      chunk={chunk}
      blocks={own}
      marks={marked[index] ?? NO_MARKS}
      chosen={chosen && [...chosen.blocks].some((block) => block >= chunk.from && block <= chunk.to) ? chosen : null}
      onChoose={onChoose}
    />
  ))
})

function marksBetween(marks: ReadonlyMap<number, readonly Mark[]>, from: number, to: number) {
  const own = new Map<number, readonly Mark[]>()
  for (let block = from; block <= to; block++) {
    const list = marks.get(block)
    if (list) own.set(block, list)
  }
  return own.size > 0 ? own : NO_MARKS
}
