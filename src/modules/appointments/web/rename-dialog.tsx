import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { type Device, listDevices, renameDevice } from '../contract.ts'
import { en } from './devices-messages.en.ts'
import { vi } from './devices-messages.vi.ts'

type Props = { readonly device: Device | null; readonly onClose: () => void }

/** Another name for a device. */
export function RenameDialog({ device, onClose }: Props) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const rename = useChange(renameDevice, {
    invalidates: [listDevices],
    onDone: () => {
      toast.good(m.renamed)
      onClose()
    },
  })
  const form = useForm({
    start: { name: device?.name ?? '' },
    send: ({ name }) => rename.mutateAsync({ deviceId: device?.id ?? '', name }),
  })
  return (
    <Dialog opened={device !== null} onClose={onClose} title={m.renameOf(device?.name ?? '')}>
      <Form form={form} submitLabel={m.save}>
        <TextField {...form.field('name')} label={m.newName} required maxLength={80} />
      </Form>
    </Dialog>
  )
}
