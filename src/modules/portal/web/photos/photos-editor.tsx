import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCamera, IconPhoto } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import { pdfOf } from '../../domain/photo/photos-pdf.ts'
import { CornerEditor } from './corner-editor.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { Photo } from './photo.ts'
import { PhotoCard } from './photo-card.tsx'
import classes from './photos.module.css'
import { MOST_PHOTOS, turned, usePhotos } from './use-photos.ts'

type Props = {
  /** Under which the photos are kept while they are not sent. */
  readonly keep: string
  /** What the paper is called: the name of the file. */
  readonly title: string
  readonly onDone: (file: File) => void
  readonly onCancel: () => void
}

/** Photos of a paper, straightened, in their order: one PDF. */
export function PhotosEditor({ keep, title, onDone, onCancel }: Props) {
  const m = useMessages({ vi, en })
  const { photos, busy, unread, add, change, move, remove } = usePhotos(keep)
  const [edited, setEdited] = useState<string | null>(null)
  // A form may ask for several papers on one page.
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const photo = photos.find(({ id }) => id === edited)
  if (photo)
    return (
      <CornerEditor
        photo={photo}
        onCancel={() => setEdited(null)}
        onDone={(corners) => {
          setEdited(null)
          void change(photo.id, { corners })
        }}
      />
    )
  return (
    <section aria-labelledby={titleId}>
      <Stack gap="md">
        <Title order={2} size="h4" id={titleId} ref={heading} tabIndex={-1} className={classes.heading ?? ''}>
          {m.title}
        </Title>
        <Text>{m.lead}</Text>
        <Group>
          <PickPhotos camera label={m.take} onPick={add} disabled={busy !== null || photos.length >= MOST_PHOTOS} />
          <PickPhotos label={m.choose} onPick={add} disabled={busy !== null || photos.length >= MOST_PHOTOS} />
        </Group>
        <Text component="output">{busy ? m.working(busy.now, busy.all) : m.pages(photos.length)}</Text>
        {unread.length > 0 && (
          <Alert role="alert" color="bad">
            {m.unread(unread.join(', '))}
          </Alert>
        )}
        <ol className={classes.pages}>
          {photos.map((one, place) => (
            <PhotoCard
              key={one.id}
              photo={one}
              place={place}
              last={place === photos.length - 1}
              busy={busy !== null}
              onEdit={() => setEdited(one.id)}
              onTurn={() => void change(one.id, { corners: turned(one.corners) })}
              onClear={(clear) => void change(one.id, { clear })}
              onMove={(by) => move(one.id, by)}
              onRemove={() => remove(one.id)}
            />
          ))}
        </ol>
        <Group>
          <Button
            disabled={photos.length === 0 || busy !== null}
            onClick={() => void fileOf(photos, title).then(onDone)}
          >
            {m.send(photos.length)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {m.cancel}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

type PickProps = {
  readonly label: string
  readonly camera?: boolean
  readonly disabled: boolean
  readonly onPick: (files: readonly File[]) => Promise<void>
}

function PickPhotos({ label, camera = false, disabled, onPick }: PickProps) {
  const input = useRef<HTMLInputElement>(null)
  const Icon = camera ? IconCamera : IconPhoto
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple={!camera}
        {...(camera && { capture: 'environment' })}
        aria-label={label}
        tabIndex={-1}
        className={classes.hidden}
        onChange={(event) => void onPick([...(event.currentTarget.files ?? [])])}
        onClick={(event) => {
          // The same photo may be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <Button
        variant="default"
        leftSection={<Icon size={18} aria-hidden />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  )
}

async function fileOf(photos: readonly Photo[], title: string): Promise<File> {
  const pages = await Promise.all(
    photos.map(async ({ page }) => ({ ...page, jpeg: new Uint8Array(await page.jpeg.arrayBuffer()) })),
  )
  const name = title.replaceAll(/[\\/:*?"<>|]/g, '-').slice(0, 120)
  return new File([pdfOf(pages, title)], `${name}.pdf`, { type: 'application/pdf' })
}
