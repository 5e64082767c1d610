import { expect, test } from 'vitest'
import { FormDefinition, fieldsOf } from '../domain/definition.ts'
import { both, formOf, rule } from '../domain/sample.fixture.ts'
import * as design from './design-state.ts'

const names = (definition: FormDefinition) =>
  definition.steps.map(({ fields }) => fields.map(({ name }) => name).join(' '))
const text = (name: string) => ({ kind: 'text' as const, name, label: both(name) })
const twoSteps = () =>
  FormDefinition.parse({
    title: both('T'),
    steps: [
      { code: 'a', fields: [text('x'), text('y')] },
      { code: 'b', fields: [text('z')] },
    ],
  })

test('fields are added after another, moved over the edge of a step, copied and removed', () => {
  const added = design.addField(twoSteps(), { step: 0, after: 'x', kind: 'day' })
  expect(names(added.definition)).toEqual(['x muc_2 y', 'z'])
  expect(names(design.moveField(twoSteps(), 'y', 1))).toEqual(['x', 'y z'])
  expect(names(design.moveField(twoSteps(), 'z', -1))).toEqual(['x y z', ''])
  expect(names(design.moveField(twoSteps(), 'x', -1))).toEqual(['x y', 'z'])
  expect(names(design.moveField(twoSteps(), 'x', 1))).toEqual(['y x', 'z'])
  expect(names(design.copyField(twoSteps(), 'x'))).toEqual(['x x_2 y', 'z'])
  expect(names(design.removeField(twoSteps(), 'x'))).toEqual(['y', 'z'])
  expect(names(design.removeStep(design.addStep(twoSteps()), 0))).toEqual(['z', ''])
})

test('a renamed field is renamed in every rule, and remembers a name that was published', () => {
  const before = formOf([
    { kind: 'day', name: 'sinh', label: both('Sinh') },
    { kind: 'text', name: 'giam_ho', label: both('G'), showIf: rule('[sinh.age] < 18 va khong la_trong([sinh])') },
    { kind: 'identity-number', name: 'so', label: both('S'), bornOn: 'sinh' },
  ])
  const after = design.renameField(before, 'sinh', 'ngay_sinh', true)
  const [day, guarded, number] = fieldsOf(after)
  expect(day).toMatchObject({ name: 'ngay_sinh', formerly: ['sinh'] })
  expect(guarded?.showIf).toEqual(rule('[ngay_sinh.age] < 18 va khong la_trong([ngay_sinh])'))
  expect(number?.bornOn).toBe('ngay_sinh')
})

test('a new field is called by its label', () => {
  const { definition, name } = design.addField(twoSteps(), { step: 0, after: null, kind: 'text' })
  const labelled = design.changeField(definition, name, { label: both('Họ, chữ đệm, tên') })
  expect(design.nameByLabel(labelled, name).name).toBe('ho_chu_dem_ten')
  expect(design.nameByLabel(labelled, 'x').name).toBe('x')
})
