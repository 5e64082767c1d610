import { Page } from '#ui/page.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { DelegationsTab } from './delegations-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { useTexts } from './texts.ts'

/** Officials with their positions, and what they delegate to one another. */
export function OfficialsPage() {
  const m = useTexts()
  return (
    <Page title={m.officials} lead={m.officialsLead}>
      <Tabs
        label={m.officials}
        tabs={[
          { key: 'people', label: m.people, content: () => <PeopleTab /> },
          { key: 'delegations', label: m.delegations, content: () => <DelegationsTab /> },
        ]}
      />
    </Page>
  )
}
