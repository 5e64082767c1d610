import { CheckField } from '#ui/check-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useChange } from '#ui/query.ts'
import { ManyField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { usePermissionName, usePermissions } from './permission-names.ts'
import { useTexts } from './texts.ts'

/** A role, new or to be changed. */
export function EditRole({ role, onDone }: { readonly role: contract.Role | null; readonly onDone: () => void }) {
  const m = useTexts()
  const nameOf = usePermissionName()
  const permissions = usePermissions().map(({ permission }) => permission)
  const modules = [...new Set(permissions.map((permission) => `${permission.split(':')[0]}:*`))]
  const known = [...new Set([...(role?.permissions ?? []), '*', ...modules, ...permissions])]
  const save = useChange(contract.saveRole, { invalidates: [contract.listRoles], onDone })
  const form = useForm({
    start: {
      code: role?.code ?? '',
      nameVi: role?.name.vi ?? '',
      nameEn: role?.name.en ?? '',
      descriptionVi: role?.description.vi ?? '',
      descriptionEn: role?.description.en ?? '',
      permissions: (role?.permissions ?? []) as readonly string[],
      emergency: role?.emergency ?? false,
    },
    send: (value) =>
      save.mutateAsync({
        code: value.code,
        name: { vi: value.nameVi, en: value.nameEn },
        description: { vi: value.descriptionVi, en: value.descriptionEn },
        permissions: [...value.permissions],
        emergency: value.emergency,
        version: role?.version ?? null,
      }),
  })
  return (
    <Form form={form} submitLabel={m.save}>
      <TextField {...form.field('code')} label={m.roleCode} required disabled={role !== null} maxLength={60} />
      <TextField {...form.field('nameVi')} label={m.nameVi} required maxLength={200} />
      <TextField {...form.field('nameEn')} label={m.nameEn} required maxLength={200} />
      <TextField {...form.field('descriptionVi')} label={m.descriptionVi} />
      <TextField {...form.field('descriptionEn')} label={m.descriptionEn} />
      <ManyField
        {...form.field('permissions')}
        label={m.permissions}
        required
        options={known.map((permission) => ({ value: permission, label: nameOf(permission) }))}
      />
      <CheckField {...form.field('emergency')} label={m.emergencyRole} />
    </Form>
  )
}
