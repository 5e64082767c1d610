import { CloseButton, Group, Input, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CheckField } from '#ui/check-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Holder, NODE_KINDS, type ProcedureContent, type ProcessNode, STEP_ROLES } from '../contract.ts'
import { changeNode } from './board.ts'
import { TermFields } from './term-fields.tsx'
import { useDesignTexts } from './texts.ts'
import { UnitField, useUnitName } from './units.tsx'
import type { Drawing } from './use-drawing.ts'
import { WaysPanel } from './ways-panel.tsx'

type Props = {
  readonly drawing: Drawing
  readonly node: ProcessNode
  readonly questions: ProcedureContent['questions']
}

/** Everything about one step: what it is, who does it where, in what time, and where it leads. */
export function StepPanel({ drawing, node, questions }: Props) {
  const d = useDesignTexts()
  const change = (fields: Partial<ProcessNode>) =>
    drawing.edit(changeNode(drawing.process, node.id, fields), `${node.id} ${Object.keys(fields).join(' ')}`)
  const isFixed = node.kind === 'start' || node.kind === 'end'
  const kinds = NODE_KINDS.filter((kind) => isFixed || (kind !== 'start' && kind !== 'end'))
  return (
    <Stack gap="sm">
      <TextField
        name="step-name"
        label={d.nameVi}
        required
        value={node.name.vi}
        onChange={(vi) => change({ name: { ...node.name, vi } })}
      />
      <TextField label={d.nameEn} value={node.name.en} onChange={(en) => change({ name: { ...node.name, en } })} />
      <SelectField
        label={d.kind}
        disabled={isFixed}
        options={kinds.map((kind) => ({ value: kind, label: d.kinds[kind] }))}
        value={node.kind}
        onChange={(chosen) => change({ kind: kinds.find((kind) => kind === chosen) ?? node.kind })}
      />
      {node.kind !== 'end' && (
        <SelectField
          label={d.role}
          options={STEP_ROLES.map((role) => ({ value: role, label: d.roles[role] }))}
          value={node.role}
          onChange={(chosen) => change({ role: STEP_ROLES.find((role) => role === chosen) ?? node.role })}
        />
      )}
      {!isFixed && (
        <>
          <HolderFields holder={node.holder} onChange={(holder) => change({ holder })} />
          <CheckField
            label={d.hasTime}
            value={node.term !== null}
            onChange={(has) => change({ term: has ? { amount: 8, unit: 'working-hours', rule: 'days' } : null })}
          />
          {node.term !== null && <TermFields value={node.term} onChange={(term) => change({ term })} />}
        </>
      )}
      {node.kind === 'consult' && <Consults units={node.consults} onChange={(consults) => change({ consults })} />}
      {node.kind !== 'end' && <WaysPanel drawing={drawing} node={node} questions={questions} />}
    </Stack>
  )
}

const HOLDERS = ['competent', 'received', 'unit', 'chosen'] as const
type HolderKind = (typeof HOLDERS)[number]

function HolderFields({ holder, onChange }: { readonly holder: Holder; readonly onChange: (holder: Holder) => void }) {
  const d = useDesignTexts()
  // A named unit is only a holder once it is chosen.
  const [isNaming, setNaming] = useState(false)
  const kind: HolderKind = isNaming ? 'unit' : holder.kind
  const choose = (chosen: string | null) => {
    setNaming(chosen === 'unit')
    const plain = HOLDERS.find((one) => one === chosen)
    if (plain && plain !== 'unit') onChange({ kind: plain })
  }
  return (
    <>
      <SelectField
        label={d.holder}
        options={HOLDERS.map((value) => ({ value, label: d.holders[value] }))}
        value={kind}
        onChange={choose}
      />
      {kind === 'unit' && (
        <UnitField
          label={d.holderUnit}
          unitId={holder.kind === 'unit' ? holder.unitId : null}
          onChange={(unitId) => unitId !== null && onChange({ kind: 'unit', unitId })}
        />
      )}
    </>
  )
}

type ConsultsProps = { readonly units: readonly string[]; readonly onChange: (units: string[]) => void }

function Consults({ units, onChange }: ConsultsProps) {
  const d = useDesignTexts()
  return (
    <Input.Wrapper label={d.consults} labelElement="div">
      <Stack gap={4}>
        {units.map((unitId) => (
          <ConsultedUnit
            key={unitId}
            unitId={unitId}
            onRemove={() => onChange(units.filter((one) => one !== unitId))}
          />
        ))}
        <UnitField
          key={units.length}
          label={d.addConsult}
          unitId={null}
          onChange={(unitId) => unitId !== null && !units.includes(unitId) && onChange([...units, unitId])}
        />
      </Stack>
    </Input.Wrapper>
  )
}

function ConsultedUnit({ unitId, onRemove }: { readonly unitId: string; readonly onRemove: () => void }) {
  const d = useDesignTexts()
  const name = useUnitName(unitId)
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="sm">{name}</Text>
      <CloseButton size="sm" aria-label={d.removeUnit(name)} onClick={onRemove} />
    </Group>
  )
}
