import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { use, useEffect } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { papersAsked } from '#modules/procedures/contract.ts'
import { usePathPart } from '#ui/address.ts'
import { useLabel } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { PublicContext } from '#ui/public-frame.tsx'
import { Ribbon } from '#ui/ribbon.tsx'
import { slipAddress } from '../domain/statement.ts'
import classes from './counter.module.css'
import type { OpenCounter } from './kept.ts'
import { offlineSource } from './offline-source.ts'
import { Qr } from './qr.tsx'
import { type Shown, useCounter } from './state.ts'
import { useOpening } from './use-opening.ts'
import { useCounterWords } from './use-words.ts'

/** The provisional receipt of an intake, to be printed: signed by the counter, and saying what it is not. */
export function SlipPage() {
  const m = useCounterWords()
  const itemId = usePathPart('itemId')
  const { ribbon } = use(PublicContext)
  useOpening()
  const { counter, items } = useCounter()
  const shown = items.find(({ item }) => item.id === itemId)
  useEffect(() => {
    document.title = `${m.slip} · Hải Đăng`
  }, [m.slip])
  return (
    <>
      <Ribbon text={ribbon} />
      <main id="main" tabIndex={-1} className={classes.plain}>
        {counter && shown?.inside.draft ? (
          <Slip counter={counter} shown={shown} />
        ) : (
          <div className={classes.slip}>
            <h1>{m.slip}</h1>
            <p>{counter ? m.slipGone : m.closedBody}</p>
          </div>
        )}
        <div className={classes.screenOnly}>
          {shown?.inside.draft && (
            <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {m.print}
            </Button>
          )}
          <LinkButton to="/counter" variant="default">
            {m.toQueue}
          </LinkButton>
          <LinkButton to="/counter/new" variant="default">
            {m.newIntake}
          </LinkButton>
        </div>
      </main>
    </>
  )
}

function Slip({ counter, shown: { item, inside } }: { readonly counter: OpenCounter; readonly shown: Shown }) {
  const m = useCounterWords()
  const say = useLabel()
  const { draft, subjectName, procedureName } = inside
  const { id: itemId, deviceId, leaseId, number, takenAt, contentHash, signature } = item
  const address = slipAddress(location.origin, { itemId, deviceId, leaseId, number, takenAt, contentHash, signature })
  const facts = [
    [m.number, item.provisional],
    [m.takenAt, formatMoment(takenAt)],
    [m.subject, subjectName],
    [m.procedure, say(procedureName)],
    [m.officer, counter.accountName],
  ] as const
  return (
    <article className={classes.slip}>
      <div className={classes.slipHead}>
        <strong>{counter.unitName}</strong>
        <span>{counter.name}</span>
      </div>
      <h1 className={classes.slipTitle}>{m.slipTitle}</h1>
      <p className={classes.slipWarning}>{m.slipWarning}</p>
      <dl className={classes.slipFacts}>
        {facts.map(([label, value]) => (
          <FactLine key={label} label={label} value={value} />
        ))}
      </dl>
      {draft && <Papers counter={counter} draft={draft} />}
      <div className={classes.qr}>
        <Qr text={address} label={m.slipQr} />
        <p>
          {m.slipQr} {m.slipSigned}.
        </p>
      </div>
    </article>
  )
}

function FactLine({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}

type PapersProps = { readonly counter: OpenCounter; readonly draft: NonNullable<Shown['inside']['draft']> }

function Papers({ counter, draft }: PapersProps) {
  const m = useCounterWords()
  const say = useLabel()
  const { found } = offlineSource(counter, { tooLarge: m.scanTooLarge }).useProcedure(draft.procedureCode)
  if (!found) return null
  const notice = found.content.demonstration ? <p className={classes.slipWarning}>{m.demonstration}</p> : null
  const asked = new Map(papersAsked(found.content, draft.answers).map(({ code, name }) => [code, say(name)]))
  const there = Object.entries(draft.papers).filter(([, paper]) => paper.there)
  if (there.length === 0) return notice
  return (
    <>
      {notice}
      <strong>{m.slipPapers}</strong>
      <ol>
        {there.map(([code, paper]) => (
          <li key={code}>
            {asked.get(code) ?? paper.name ?? code} ({m.slipCopies(formatNumber(paper.copies))})
          </li>
        ))}
      </ol>
    </>
  )
}
