import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { ProvidersSettings } from './providers-settings.tsx'
import { useTexts } from './texts.ts'

/** The rules of signing in, within the bounds of the law. */
export function SettingsPage() {
  const m = useTexts()
  const may = useMay()
  const [editing, setEditing] = useState<contract.ListedSetting | null>(null)
  const settings = useOperation(contract.listSettings, {})
  const configures = may('identity:configure')
  return (
    <Page title={m.settings} lead={m.settingsLead}>
      <Loaded query={settings}>
        {(data) => <SettingTable settings={data.settings} onEdit={configures ? setEditing : null} />}
      </Loaded>
      {configures && <ProvidersSettings />}
      <Dialog
        opened={editing !== null}
        title={editing ? (m.settingNames[editing.key] ?? editing.key) : ''}
        onClose={() => setEditing(null)}
      >
        {editing && <EditSetting setting={editing} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  )
}

type TableProps = {
  readonly settings: readonly contract.ListedSetting[]
  readonly onEdit: ((setting: contract.ListedSetting) => void) | null
}

function SettingTable({ settings, onEdit }: TableProps) {
  const m = useTexts()
  return (
    <DataTable
      label={m.table(m.settings)}
      rows={settings}
      rowKey={({ key }) => key}
      phone="cards"
      columns={[
        { key: 'setting', label: m.setting, width: 380, cell: ({ key }) => m.settingNames[key] ?? key },
        {
          key: 'value',
          label: m.value,
          width: 140,
          align: 'end',
          cell: ({ value, unit }) => (
            <Text span fw={600}>
              {formatNumber(value)} {m.units[unit]}
            </Text>
          ),
        },
        {
          key: 'bounds',
          label: m.bounds,
          width: 150,
          align: 'end',
          cell: ({ min, max }) => m.from(formatNumber(min), formatNumber(max)),
        },
        ...(onEdit
          ? [
              {
                key: 'act',
                label: m.change,
                width: 110,
                cell: (setting: contract.ListedSetting) => (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`${m.change}: ${m.settingNames[setting.key]}`}
                    onClick={() => onEdit(setting)}
                  >
                    {m.change}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function EditSetting({ setting, onDone }: { readonly setting: contract.ListedSetting; readonly onDone: () => void }) {
  const m = useTexts()
  const toast = useToast()
  const change = useChange(contract.changeSetting, {
    invalidates: [contract.listSettings, contract.currentSession],
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: { value: setting.value as number | null },
    send: ({ value }) => change.mutateAsync({ key: setting.key, value: value ?? setting.standard }),
  })
  return (
    <Form form={form} submitLabel={m.save}>
      <NumberField
        {...form.field('value')}
        label={m.value}
        hint={`${m.bounds}: ${m.from(formatNumber(setting.min), formatNumber(setting.max))}`}
        unit={m.units[setting.unit] ?? ''}
        decimals={0}
        required
      />
    </Form>
  )
}
