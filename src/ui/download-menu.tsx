import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useToast } from './toast.tsx'
import { useWords } from './words.ts'

type Item = { readonly key: string; readonly label: string; readonly get: () => Promise<{ readonly name: string }> }

/** Ways to take something along, each a file; busy while one is made, and says what came or why nothing did. */
export function DownloadMenu({ label, items }: { readonly label: string; readonly items: readonly Item[] }) {
  const words = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const take = async ({ get }: Item) => {
    setBusy(true)
    try {
      toast.good(words.downloaded((await get()).name))
    } catch (thrown) {
      toast.problem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={16} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item key={item.key} onClick={() => void take(item)}>
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
