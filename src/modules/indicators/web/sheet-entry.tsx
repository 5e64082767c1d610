import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { useProblemText } from '#ui/problem.tsx'
import type { Measure, Sheet } from '../contract.ts'
import { CellHistory } from './cell-history.tsx'
import { changeDraft, type Draft, startDrafts, whatIsLeft } from './drafts.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { SaveMark } from './save-mark.tsx'
import classes from './sheet-grid.module.css'
import { type GridHandle, SheetGrid } from './sheet-grid.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import { useAutosave } from './use-autosave.ts'

type SheetKey = { readonly form: string; readonly unitId: string; readonly period: string }
type Props = { readonly sheet: Sheet; readonly sheetKey: SheetKey }

/** The grid of a form with what is wrong in it, how saving stands, and handing it in. */
export function SheetEntry({ sheet, sheetKey }: Props) {
  const m = useMessages({ vi, en })
  const [drafts, setDrafts] = useState(() => startDrafts(sheet.entries))
  const [history, setHistory] = useState<Measure | null>(null)
  const [submitting, setSubmitting] = useState(false)
  const grid = useRef<GridHandle>(null)
  const { form, unitId, period } = sheetKey
  const key = useMemo(() => ({ form, unitId, period }), [form, unitId, period])
  const save = useAutosave(key, drafts)
  const mayWrite = sheet.may.write
  const left = whatIsLeft(sheet.entries, drafts)

  const change = (changes: readonly { readonly code: string; readonly draft: Partial<Draft> }[]) => {
    setDrafts((now) => changes.reduce((next, { code, draft }) => changeDraft(next, code, draft), now))
    save.touch(changes.map(({ code }) => code))
  }
  const openSubmit = async () => {
    await save.flush()
    setSubmitting(true)
  }
  return (
    <Section
      title={m.measure}
      lead={mayWrite ? m.keys : isLocked(sheet.status) ? m.locked : m.noWrite}
      actions={
        mayWrite && (
          <Group gap="sm">
            <SaveMark state={save.state} onRetry={() => void save.flush()} />
            {sheet.may.submit && <Button onClick={() => void openSubmit()}>{m.submit}</Button>}
          </Group>
        )
      }
    >
      <WrongCells left={left} onGo={(row) => grid.current?.focus({ row, column: 0 })} />
      <SheetGrid
        ref={grid}
        label={m.measure}
        entries={sheet.entries}
        drafts={drafts}
        readOnly={!mayWrite}
        onChange={change}
        onHistory={setHistory}
      />
      <CellHistory measure={history} sheetKey={sheetKey} regime={sheet.form.regime} onClose={() => setHistory(null)} />
      <SubmitDialog
        opened={submitting}
        sheet={sheet}
        sheetId={save.sheetId ?? sheet.sheetId}
        left={left}
        onClose={() => setSubmitting(false)}
        onGo={(row) => {
          setSubmitting(false)
          // After the dialog has given the focus back.
          setTimeout(() => grid.current?.focus({ row, column: 0 }), 80)
        }}
      />
    </Section>
  )
}

function isLocked(status: Sheet['status']): boolean {
  return status === 'submitted' || status === 'approved' || status === 'final'
}

type WrongProps = { readonly left: ReturnType<typeof whatIsLeft>; readonly onGo: (row: number) => void }

/** What is wrong, by row and column, each leading to its cell. */
function WrongCells({ left: { wrong }, onGo }: WrongProps) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  const label = useLabel()
  return (
    <div aria-live="polite">
      {wrong.length > 0 && (
        <Alert color="bad" title={m.wrongCells(formatNumber(wrong.length))} m="sm">
          <List size="sm">
            {wrong.map(({ row, measure, reading }) => (
              <List.Item key={measure.code}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  className={classes.go ?? ''}
                  onClick={() => onGo(row)}
                >
                  {m.wrongAt(
                    formatNumber(row + 1),
                    m.value,
                    say.detail({
                      path: measure.code,
                      code: reading.code,
                      message: '',
                      values: { found: reading.found, decimals: measure.decimals },
                    }),
                  )}
                </Anchor>{' '}
                <Text span size="sm" c="dimmed">
                  {label(measure.name)}
                </Text>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  )
}
