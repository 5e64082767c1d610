import { Group } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { download } from '#ui/call.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { DueChip } from './due-chip.tsx'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { FileButton } from './file-button.tsx'
import { SheetEntry } from './sheet-entry.tsx'
import { SheetStanding } from './sheet-standing.tsx'
import { SheetStatusChip } from './sheet-status-chip.tsx'
import { SHEETS_TOPIC } from './topics.ts'

/** A unit's form for a period: typing, evidence, and its way through the offices. */
export function SheetPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const key = { form: usePathPart('form'), unitId: usePathPart('unitId'), period: usePathPart('period') }
  const sheet = useOperation(contract.getSheet, key, { topics: [SHEETS_TOPIC] })
  const known = sheet.data
  return (
    <Page
      title={known ? say(known.form.name) : m.form}
      lead={known && `${known.unit.name} · ${say(known.period.label)} (${known.period.range})`}
      trail={[{ label: m.tasks, to: '/entry' }, { label: known?.unit.name ?? '…' }]}
      width="full"
      actions={
        <FileButton
          label={m.template}
          fetchFile={() => download(contract.exportTemplate, { form: key.form, period: key.period })}
        />
      }
    >
      <Loaded query={sheet} lines={10}>
        {(answer) => (
          <>
            <Group gap="xs">
              <SheetStatusChip status={answer.status} />
              {answer.status === 'final' ? (
                <StatusChip>{`${m.dueOn}: ${formatDay(answer.dueOn)}`}</StatusChip>
              ) : (
                <DueChip dueOn={answer.dueOn} isOpen={isOpen(answer.status)} />
              )}
              <StatusChip>
                {m.filled}{' '}
                {m.filledOf(
                  formatNumber(answer.entries.filter(({ state }) => state !== 'missing' && state !== 'not-due').length),
                  formatNumber(answer.entries.length),
                )}
              </StatusChip>
            </Group>
            {/* A change of state from elsewhere begins anew; a draft saved meanwhile does not disturb who types. */}
            <SheetEntry key={isOpen(answer.status) ? 'open' : answer.status} sheet={answer} sheetKey={key} />
            <SheetStanding sheet={answer} sheetKey={key} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function isOpen(status: contract.Sheet['status']): boolean {
  return status === 'none' || status === 'draft' || status === 'returned'
}
