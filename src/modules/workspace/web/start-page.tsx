import { FigureDrawer } from '#modules/indicators/web/index.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { useMay, useSession } from '#ui/session.tsx'
import { LatestChanges } from './latest-changes.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { StandingSection } from './standing-section.tsx'
import { ToDo } from './to-do.tsx'
import classes from './workspace.module.css'

/** Where a day begins: what my unit has reached, what is due, what has just changed. */
export function StartPage() {
  const m = useMessages({ vi, en })
  const may = useMay()
  const { account } = useSession()
  const mayRead = may('indicators:read')
  return (
    <Page
      title={account ? m.start.hello(account.name) : m.start.title}
      width="full"
      actions={
        mayRead && (
          <LinkButton to="/overview" variant="default">
            {m.start.openOverview}
          </LinkButton>
        )
      }
    >
      <div className={classes.columns}>
        {mayRead && <StandingSection />}
        <div className={classes.aside}>
          <ToDo />
          {mayRead && <LatestChanges />}
        </div>
      </div>
      {mayRead && <FigureDrawer />}
    </Page>
  )
}
