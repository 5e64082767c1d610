import { Button, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import type { CaseDetail } from '../contract.ts'
import type { Act } from '../domain/words.ts'
import { CorrectAct } from './act-correct.tsx'
import type { ActProps } from './act-form.tsx'
import { DecideAct, ExtendAct, LateReasonAct, ReturnAct, StopAct } from './acts-end.tsx'
import { AssignAct, ForwardAct, SendBackAct, TransferAct } from './acts-hand-on.tsx'
import { AskPaymentAct, ConfirmPaymentAct, WaiveFeeAct } from './acts-money.tsx'
import { AnswerOpinionAct, ConsultAct } from './acts-opinions.tsx'
import { AskSupplementAct, CheckAct, SupplementAct } from './acts-papers.tsx'
import { ReceiveAct, RefuseAct, ReopenAct, WithdrawAct } from './acts-simple.tsx'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { actButtons, actWords } from './words.ts'

/** The acts a person does by hand, each with its form, the usual ones first. */
const FORMS: Partial<Record<Act, ComponentType<ActProps>>> = {
  receive: ReceiveAct,
  'answer-opinion': AnswerOpinionAct,
  decide: DecideAct,
  return: ReturnAct,
  supplement: SupplementAct,
  'confirm-payment': ConfirmPaymentAct,
  forward: ForwardAct,
  assign: AssignAct,
  'send-back': SendBackAct,
  check: CheckAct,
  'ask-supplement': AskSupplementAct,
  consult: ConsultAct,
  refuse: RefuseAct,
  'ask-payment': AskPaymentAct,
  'waive-fee': WaiveFeeAct,
  extend: ExtendAct,
  'give-late-reason': LateReasonAct,
  correct: CorrectAct,
  transfer: TransferAct,
  withdraw: WithdrawAct,
  stop: StopAct,
  reopen: ReopenAct,
}
/** So many stand as buttons; the others in a menu. */
const BUTTONS = 5

/** What the reader may do with the case now. */
export function ActBar({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [open, setOpen] = useState<Act | null>(null)
  // The keys of a record of acts are acts.
  const known = (Object.keys(FORMS) as Act[]).filter((act) => one.possible.some((each) => each.act === act))
  const buttons = known.slice(0, known.length === BUTTONS + 1 ? BUTTONS + 1 : BUTTONS)
  const others = known.slice(buttons.length)
  const label = (act: Act) => say(actButtons[act] ?? actWords[act])
  const Opened = open && FORMS[open]
  return (
    <section aria-label={m.acts}>
      {known.length === 0 && (
        <Text size="sm" c="dimmed">
          {m.nothingToDo}
        </Text>
      )}
      <Group gap="xs">
        {buttons.map((act, place) => (
          <Button key={act} variant={place === 0 ? 'filled' : 'default'} onClick={() => setOpen(act)}>
            {label(act)}
          </Button>
        ))}
        {others.length > 0 && (
          <Menu position="bottom-start" withinPortal={false}>
            <Menu.Target>
              <Button variant="default" rightSection={<IconDots size={16} aria-hidden />}>
                {m.more}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((act) => (
                <Menu.Item key={act} onClick={() => setOpen(act)}>
                  {label(act)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <Dialog opened={open !== null} title={open ? label(open) : ''} onClose={() => setOpen(null)} width={620}>
        {Opened && <Opened one={one} onDone={() => setOpen(null)} />}
      </Dialog>
    </section>
  )
}
