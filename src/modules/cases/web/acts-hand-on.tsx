import { Text } from '@mantine/core'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { ActForm, type ActProps } from './act-form.tsx'
import { en } from './act-messages.en.ts'
import { vi } from './act-messages.vi.ts'
import { AssigneeField } from './assignee-field.tsx'

const stepsOf = ({ one }: ActProps, act: 'forward' | 'send-back') =>
  one.possible.find((each) => each.act === act)?.steps ?? []

export function AssignAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="assign"
      contract={contract.assignCase}
      start={{ assigneeId: props.one.assigneeId, note: '' }}
      input={({ assigneeId, note }, on) => ({ ...on, assigneeId: assigneeId ?? '', note })}
    >
      {(form) => (
        <>
          <AssigneeField
            {...form.field('assigneeId')}
            label={m.assignee}
            unitId={props.one.unit.unitId}
            othersNeed="cases:steer"
          />
          <ParagraphField {...form.field('note')} label={m.note} rows={2} />
        </>
      )}
    </ActForm>
  )
}

/** To the next step; where the process leaves it open, to a unit of choice. */
export function ForwardAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const steps = stepsOf(props, 'forward')
  const [first] = steps
  return (
    <ActForm
      {...props}
      act="forward"
      contract={contract.forwardCase}
      start={{
        stepId: first?.stepId ?? null,
        unitId: null as UnitOption | null,
        assigneeId: null as string | null,
        note: '',
      }}
      input={({ stepId, unitId, assigneeId, note }, on) => ({
        ...on,
        note,
        ...(stepId && { stepId }),
        ...(unitId && { unitId: unitId.id }),
        ...(assigneeId && { assigneeId }),
      })}
    >
      {(form) => {
        const step = steps.find(({ stepId }) => stepId === form.value.stepId)
        return (
          <>
            {steps.length > 1 ? (
              <SelectField
                {...form.field('stepId')}
                label={m.step}
                options={steps.map(({ stepId, name }) => ({ value: stepId, label: say(name) }))}
              />
            ) : (
              step && (
                <Text size="sm">
                  {m.step}: <b>{say(step.name)}</b>
                </Text>
              )
            )}
            {step?.needsUnit && <UnitPicker {...form.field('unitId')} label={m.unit} load={loadUnits()} required />}
            {!step?.needsUnit && (
              <AssigneeField
                {...form.field('assigneeId')}
                label={m.assignee}
                unitId={props.one.unit.unitId}
                clearable
              />
            )}
            <ParagraphField {...form.field('note')} label={m.note} rows={2} />
          </>
        )
      }}
    </ActForm>
  )
}

export function SendBackAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const steps = stepsOf(props, 'send-back')
  return (
    <ActForm
      {...props}
      act="send-back"
      contract={contract.sendBackCase}
      start={{ stepId: steps[0]?.stepId ?? null, reason: '' }}
      input={({ stepId, reason }, on) => ({ ...on, stepId: stepId ?? '', reason })}
    >
      {(form) => (
        <>
          <SelectField
            {...form.field('stepId')}
            label={m.stepBack}
            options={steps.map(({ stepId, name }) => ({ value: stepId, label: say(name) }))}
          />
          <ParagraphField {...form.field('reason')} label={m.reason} required />
        </>
      )}
    </ActForm>
  )
}

export function TransferAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="transfer"
      contract={contract.transferCase}
      start={{ competentUnitId: null as UnitOption | null, reason: '' }}
      input={({ competentUnitId, reason }, on) => ({ ...on, competentUnitId: competentUnitId?.id ?? '', reason })}
    >
      {(form) => (
        <>
          <UnitPicker {...form.field('competentUnitId')} label={m.competent} load={loadUnits()} required />
          <ParagraphField {...form.field('reason')} label={m.reason} required />
        </>
      )}
    </ActForm>
  )
}
