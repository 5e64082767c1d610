import { Text, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useKeysWanted } from '#ui/keys-wanted.ts'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { useToast } from '#ui/toast.tsx'
import type { AuditDetail } from './audit-detail.ts'
import type { CardActions } from './card-actions.ts'
import classes from './desk.module.css'
import { DismissDialog } from './dismiss-dialog.tsx'
import { DocumentView } from './document-view.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FindingCard } from './finding-card.tsx'
import { type FindingFilter, passes } from './finding-filter.ts'
import { FindingList } from './finding-list.tsx'
import { stepFrom } from './jump-order.ts'
import { Margin } from './margin.tsx'
import { chosenOf, marksByBlock } from './marks.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { useDocument } from './read-document.ts'
import { SeverityShape } from './severity.tsx'
import { KEYS, type KeyAction, useShortcuts } from './shortcuts.ts'
import { numbered, type ShownFinding } from './shown-finding.ts'
import { useAnchors } from './use-anchors.ts'
import { useDecide } from './use-decide.ts'
import { useWalk } from './use-walk.ts'
import { KeysHelp, Walk } from './walk.tsx'

type Props = { readonly audit: AuditDetail; readonly titles: ReadonlyMap<string, string> }

/** The document with its findings: beside it on a desk, in a drawer on a phone. */
export function AuditDesk({ audit, titles }: Props) {
  const m = useMessages({ vi, en })
  const may = useMay()
  const toast = useToast()
  const isDesk = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false }) ?? false
  const ground = useRef<HTMLDivElement>(null)
  const read = useDocument(audit.auditId)
  const parts = read.data?.parts

  const [filter, setFilter] = useState<FindingFilter>({})
  const [wanted, setWanted] = useState<string | null>(null)
  const [dismissing, setDismissing] = useState<ShownFinding | null>(null)
  const [isListOpen, setListOpen] = useState(false)
  const [keysWanted, setKeysWanted] = useKeysWanted(KEYS)

  const all = useMemo(() => numbered(audit.findings), [audit.findings])
  const shown = useMemo(() => all.filter((finding) => passes(finding, filter)), [all, filter])
  const finding = shown.find(({ id }) => id === wanted)
  const chosen = useMemo(() => chosenOf(finding), [finding])
  const marks = useMemo(() => marksByBlock(shown), [shown])
  const ids = shown.map(({ id }) => id)
  const anchors = useAnchors(
    ground,
    useMemo(() => ({ marks, parts }), [marks, parts]),
  )
  const goTo = useWalk(ground, parts)
  const decide = useDecide()

  const openFromDocument = useCallback(
    (id: string) => {
      setWanted(id)
      if (!isDesk) setListOpen(true)
    },
    [isDesk],
  )
  const step = (by: 1 | -1) => {
    const id = stepFrom(ids, wanted, by)
    setWanted(id)
    if (id !== null) goTo(id, 0, { focusCard: isDesk })
  }
  const actions: CardActions = {
    onChoose: (id) => {
      setWanted(id)
      if (id !== null && isDesk) goTo(id, 0)
    },
    onGoTo: ({ id }, place) => {
      setWanted(id)
      setListOpen(false)
      goTo(id, place)
    },
    onDismiss: setDismissing,
  }
  const act = (action: KeyAction) => {
    if (action === 'next') step(1)
    else if (action === 'previous') step(-1)
    else if (action === 'close') setWanted(null)
    else if (finding?.state === 'open' && may('auditor:write')) {
      if (action === 'dismiss') setDismissing(finding)
      else
        decide.mutate(
          { auditId: audit.auditId, findingKey: finding.key, decision: 'accepted' },
          { onError: toast.problem },
        )
    }
  }
  useShortcuts(keysWanted, act)

  const card = (one: ShownFinding) => (
    <FindingCard
      key={one.id}
      finding={one}
      ruleTitle={titles.get(one.rule) ?? one.rule}
      auditId={audit.auditId}
      isOpen={one.id === wanted}
      actions={actions}
    />
  )
  return (
    <>
      {all.length > 0 && (
        <section className={classes.bar} aria-label={m.filters}>
          <FilterBar findings={all} shown={shown.length} filter={filter} titles={titles} onFilter={setFilter} />
          {isDesk && (
            <div className={classes.walk}>
              <Walk ids={ids} chosen={wanted} onStep={step} />
              <KeysHelp isOn={keysWanted} onChange={setKeysWanted} />
            </div>
          )}
        </section>
      )}
      <div className={classes.desk}>
        <div ref={ground} className={classes.ground}>
          {read.error && <ProblemAlert problem={read.error} onRetry={() => read.refetch()} />}
          <DocumentView
            title={audit.title}
            parts={parts ?? []}
            isWhole={!read.hasNextPage && !read.isPending}
            marks={marks}
            chosen={chosen}
            onChoose={openFromDocument}
          />
        </div>
        {isDesk && (
          <Margin
            findings={shown}
            titles={titles}
            auditId={audit.auditId}
            anchors={anchors}
            chosen={wanted}
            actions={actions}
          />
        )}
      </div>
      {!isDesk && all.length > 0 && (
        <div className={classes.phoneBar}>
          <UnstyledButton className={classes.phoneNow} onClick={() => setListOpen(true)}>
            {finding ? (
              <span className={classes.phoneTitle} data-severity={finding.severity}>
                <SeverityShape severity={finding.severity} hollow={finding.state !== 'open'} />
                <Text component="span" inherit lineClamp={2}>
                  {finding.number}. {titles.get(finding.rule) ?? finding.rule}
                </Text>
              </span>
            ) : (
              m.openList(formatNumber(shown.length))
            )}
          </UnstyledButton>
          <Walk ids={ids} chosen={wanted} onStep={step} />
        </div>
      )}
      <SideDrawer
        opened={isListOpen && !isDesk}
        title={m.openList(formatNumber(shown.length))}
        onClose={() => setListOpen(false)}
      >
        <FindingList chosen={wanted}>
          {shown.length === 0 ? <EmptyState title={m.filtered} /> : shown.map(card)}
        </FindingList>
      </SideDrawer>
      {dismissing && <DismissDialog auditId={audit.auditId} finding={dismissing} onClose={() => setDismissing(null)} />}
    </>
  )
}
