import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { FigureDrawer } from '#modules/indicators/web/index.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { Comparison } from './comparison.tsx'
import { GroupSection } from './group-section.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { useStanding } from './use-standing.ts'
import { VerdictSection } from './verdict-section.tsx'
import { ViewControls } from './view-controls.tsx'
import classes from './workspace.module.css'

/** A unit and a period on one page, to look at and to print: every indicator, each chart with its table beside it. */
export function OverviewPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { standing, change } = useStanding()
  const unit = standing.data?.unit
  const period = standing.data?.period
  return (
    <Page
      width="full"
      title={unit ? m.overview.titleOf(unit.name) : m.overview.title}
      lead={
        <>
          {period && `${say(period.label)} (${period.range})`}
          <span className={classes.onPaper}>
            {m.overview.printedAt(formatMoment(new Date(standing.dataUpdatedAt)))}
          </span>
          <span className={classes.hint}>{m.overview.lead}</span>
        </>
      }
      actions={
        <Button
          className={classes.offPaper ?? ''}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {m.overview.print}
        </Button>
      }
    >
      <Loaded query={standing} lines={12}>
        {({ unit: shown, own, period: of, level, rows }) => (
          <div className={classes.overview}>
            <ViewControls unit={shown} own={own} period={of} onChange={change} />
            {shown ? (
              <>
                <VerdictSection rows={rows} level={level} />
                {groupsOf(rows).map(([code, some]) => (
                  <GroupSection key={code} rows={some} level={level} unit={shown} period={of} />
                ))}
                <Comparison rows={rows} unit={shown} period={of} />
              </>
            ) : (
              <EmptyState title={m.start.noUnit} body={m.start.noUnitBody} />
            )}
          </div>
        )}
      </Loaded>
      <FigureDrawer />
    </Page>
  )
}

/** The rows by their group, in the order in which reports print them. */
function groupsOf<Row extends { readonly indicator: { readonly group: { readonly code: string } } }>(
  rows: readonly Row[],
): readonly (readonly [string, readonly Row[]])[] {
  return [...Map.groupBy(rows, ({ indicator }) => indicator.group.code)]
}
