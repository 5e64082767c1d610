import { Anchor, List } from '@mantine/core'
import { addressOf } from '#ui/call.ts'
import { type ComplaintDetail, getComplaintFile } from '../contract.ts'
import { useTexts } from './texts.ts'

/** Files of a complaint, to be downloaded. */
export function Files({
  complaintId,
  files,
}: {
  readonly complaintId: string
  readonly files: ComplaintDetail['files']
}) {
  const m = useTexts()
  if (files.length === 0) return null
  return (
    <List my="sm" aria-label={m.files}>
      {files.map(({ fileId, name }) => (
        <List.Item key={fileId}>
          <Anchor href={addressOf(getComplaintFile, { complaintId, fileId })} download underline="always">
            {name}
          </Anchor>
        </List.Item>
      ))}
    </List>
  )
}
