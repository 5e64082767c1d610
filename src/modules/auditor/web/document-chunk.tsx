import { type CSSProperties, memo } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import type { Block, Paragraph } from '../domain/document.ts'
import classes from './document.module.css'
import type { Chunk } from './document-chunks.ts'
import { DocumentTable } from './document-table.tsx'
import { MarkedWords } from './marked-words.tsx'
import type { Chosen, Mark } from './marks.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = {
  readonly chunk: Chunk
  /** The blocks of the chunk alone. */
  readonly blocks: readonly Block[]
  readonly marks: ReadonlyMap<number, readonly Mark[]>
  readonly chosen: Chosen | null
  readonly onChoose: (id: string) => void
}

const NONE: readonly Mark[] = []

/** One stretch of the document; out of sight the browser skips it and keeps its height. */
export const DocumentChunk = memo(function DocumentChunk({ chunk, blocks, marks, chosen, onChoose }: Props) {
  const first = blocks[0]
  return (
    <div
      className={classes.chunk}
      data-chunk={chunk.key}
      style={{ '--guess': Math.round(chunk.height) } as CSSProperties}
    >
      {first && (chunk.rows?.from ?? 0) === 0 && <Place block={first} />}
      {blocks.map((block, place) => {
        const index = chunk.from + place
        const shared = { block: index, marks: marks.get(index) ?? NONE, chosen, onChoose }
        return block.kind === 'table' ? (
          <DocumentTable
            key={index}
            {...shared}
            table={block}
            number={chunk.table ?? 0}
            rows={chunk.rows ?? { from: 0, to: block.rows.length }}
          />
        ) : (
          <ParagraphOf key={index} {...shared} paragraph={block} />
        )
      })}
    </div>
  )
})

/** The page or sheet on which the stretch begins, as far as the file knows. */
function Place({ block: { origin } }: { readonly block: Block }) {
  const m = useMessages({ vi, en })
  const text = origin.sheet ? m.sheet(origin.sheet) : origin.page ? m.page(formatNumber(origin.page)) : null
  return text && <div className={classes.place}>{text}</div>
}

type ParagraphProps = Pick<Props, 'chosen' | 'onChoose'> & {
  readonly block: number
  readonly paragraph: Paragraph
  readonly marks: readonly Mark[]
}

function ParagraphOf({ block, paragraph: { text, heading }, marks, chosen, onChoose }: ParagraphProps) {
  const m = useMessages({ vi, en })
  const confirms = chosen?.confirmedBy.some((spot) => spot.block === block) || undefined
  const changes = chosen?.changes.filter(({ spot }) => spot.block === block) ?? []
  // The document's own levels may skip some; the page's outline may not: all stand below the title of the document.
  const Name = heading === undefined ? 'p' : 'h3'
  return (
    <Name data-block={block} data-level={heading} data-confirms={confirms}>
      <MarkedWords text={text} marks={marks} chosen={chosen?.id ?? null} onChoose={onChoose} />
      {confirms && <span className={classes.confirms}>✓ {m.confirms}</span>}
      {changes.map(({ to }) => (
        <ins key={to} className={classes.change}>
          → {to}
        </ins>
      ))}
    </Name>
  )
}
