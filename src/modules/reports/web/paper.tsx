import { Fragment, type ReactNode } from 'react'
import type { FilledReport, FilledSection, FilledText, Run } from '../domain/filled.ts'
import { letterhead } from '../domain/letterhead.ts'
import classes from './paper.module.css'
import { type Hands, Runs } from './paper-runs.tsx'
import { PaperTable } from './paper-table.tsx'

/** The report as it is printed (Decree 30/2020, annex I), each number a button. */
export function Paper({ report, hands }: { readonly report: FilledReport; readonly hands: Hands }) {
  return (
    <div className={classes.desk}>
      <article className={classes.paper} lang="vi" aria-label={`${report.header.typeName} ${report.header.abstract}`}>
        <Top report={report} />
        {letterhead(report).bases.map((basis) => (
          <p key={basis} className={classes.italic}>
            {basis}
          </p>
        ))}
        <Paragraphs paragraphs={report.header.opening} hands={hands} />
        {report.sections.map((section) => (
          <SectionOf key={section.key} section={section} hands={hands} />
        ))}
        <Paragraphs paragraphs={report.closing} hands={hands} />
        <Foot report={report} />
      </article>
    </div>
  )
}

function Top({ report }: { readonly report: FilledReport }) {
  const head = letterhead(report)
  return (
    <>
      <div className={classes.top}>
        <div className={classes.small}>
          {head.parentAgency && <p>{head.parentAgency}</p>}
          <p className={classes.strong}>{head.agency}</p>
          <hr className={classes.rule} aria-hidden="true" />
        </div>
        <div>
          <p className={`${classes.small} ${classes.strong}`}>{head.nation}</p>
          <p className={classes.strong}>
            <span className={classes.motto}>{head.motto}</span>
          </p>
        </div>
        <div>
          <p>{head.number}</p>
          {head.draft && <span className={classes.draft}>{head.draft}</span>}
        </div>
        <p className={classes.italic}>{head.placeAndDay}</p>
      </div>
      <div className={classes.title}>
        <p>{head.typeName}</p>
        <p>{head.abstract}</p>
        <hr className={classes.rule} aria-hidden="true" />
      </div>
    </>
  )
}

function Foot({ report }: { readonly report: FilledReport }) {
  const head = letterhead(report)
  return (
    <>
      <div className={classes.foot}>
        <div className={classes.recipients}>
          <p className={`${classes.strong} ${classes.italic}`}>{head.recipientsTitle}</p>
          {head.recipients.map((recipient) => (
            <p key={recipient}>{recipient}</p>
          ))}
        </div>
        <div className={classes.signer}>
          {head.signerLines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <div className={classes.signature} />
          <p>{head.signerName}</p>
        </div>
      </div>
      {head.demonstration && <div className={classes.demonstration}>{head.demonstration}</div>}
    </>
  )
}

type SectionProps = { readonly section: FilledSection; readonly hands: Hands }

function SectionOf({ section: { key, number, title, level, blocks }, hands }: SectionProps) {
  const Heading = level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4'
  return (
    <section id={`section-${key}`} className={classes.mark} aria-label={`${number} ${title}`}>
      <Heading>
        {number} {title}
      </Heading>
      {blocks.map((block) =>
        block.kind === 'table' ? (
          <PaperTable key={block.key} table={block} hands={hands} />
        ) : (
          <Fragment key={block.key}>{textOf(block, hands)}</Fragment>
        ),
      )}
    </section>
  )
}

function textOf(block: FilledText, hands: Hands): ReactNode {
  const words = <Paragraphs paragraphs={block.paragraphs} style={block.style} hands={hands} />
  return block.hand && hands.hand ? hands.hand(block, words) : words
}

type ParagraphsProps = {
  readonly paragraphs: readonly (readonly Run[])[]
  readonly style?: FilledText['style']
  readonly hands: Hands
}

function Paragraphs({ paragraphs, style = 'paragraph', hands }: ParagraphsProps) {
  return paragraphs.map((runs, place) => (
    // Paragraphs have no name but their place.
    <p key={`${place} ${runs[0]?.text ?? ''}`} {...(style === 'italic' && { className: classes.italic })}>
      {style === 'bullet' && '- '}
      <Runs runs={runs} hands={hands} />
    </p>
  ))
}
