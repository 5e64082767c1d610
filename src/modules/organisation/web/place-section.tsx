import { Alert, Anchor, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Facts } from '#ui/facts.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import type { Point, UnitDetail } from '../contract.ts'
import * as contract from '../contract.ts'
import { ACCURACIES, geoAddress, placeOn, readCoordinates } from '../domain/place.ts'
import { missing, refusedField } from './missing.ts'
import { useTexts } from './texts.ts'

/** Where the unit was found on the day, and since when; who may change the unit says so here. */
export function PlaceSection({ detail }: { readonly detail: UnitDetail }) {
  const m = useTexts()
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const { unit, day, places, exists } = detail
  const point = placeOn(places, day)?.point ?? null
  return (
    <Section
      title={m.place}
      actions={
        may('organisation:write') &&
        exists && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {m.placeEdit}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {point ? <Placed point={point} /> : <Text c="dimmed">{m.placeUnknown}</Text>}
        {places.length > 1 && (
          <DataTable
            label={m.placesOf(unit.name)}
            rows={places}
            rowKey={({ validFrom }) => validFrom}
            phone="cards"
            columns={[
              { key: 'from', label: m.validFrom, width: 130, cell: ({ validFrom }) => formatDay(validFrom) },
              {
                key: 'point',
                label: m.coordinates,
                width: 220,
                cell: (row) => (row.point ? pairText(row.point) : m.placeUnknown),
              },
              { key: 'source', label: m.placeSource, width: 420, cell: (row) => row.point?.source ?? '—' },
            ]}
          />
        )}
      </Stack>
      <SideDrawer opened={editing} title={`${m.placeEdit}: ${unit.name}`} onClose={() => setEditing(false)}>
        {editing && <PlaceForm unitId={unit.unitId} point={point} onDone={() => setEditing(false)} />}
      </SideDrawer>
    </Section>
  )
}

const pairText = ({ latitude, longitude }: Pick<Point, 'latitude' | 'longitude'>) => `${latitude}, ${longitude}`

function Placed({ point }: { readonly point: Point }) {
  const m = useTexts()
  return (
    <>
      {point.demonstration && <Alert color="lamp">{m.placeDemonstration}</Alert>}
      <Facts
        columns={3}
        facts={[
          {
            label: m.coordinates,
            value: (
              <>
                {pairText(point)}{' '}
                <Anchor href={geoAddress(point)} underline="always">
                  {m.openMap}
                </Anchor>
              </>
            ),
          },
          { label: m.accuracy, value: m.accuracies[point.accuracy] },
          { label: m.placeSource, value: point.source },
        ]}
      />
    </>
  )
}

type FormProps = { readonly unitId: string; readonly point: Point | null; readonly onDone: () => void }

function PlaceForm({ unitId, point, onDone }: FormProps) {
  const m = useTexts()
  const toast = useToast()
  const today = useToday()
  const place = useChange(contract.placeUnit, {
    invalidates: [contract.getUnit],
    onDone: () => {
      toast.good(m.saved)
      onDone()
    },
  })
  const form = useForm({
    start: {
      validFrom: today as Day | null,
      coordinates: point ? pairText(point) : '',
      accuracy: (point?.accuracy ?? 'exact') as string | null,
      source: point?.source ?? '',
    },
    names: { 'point.source': 'source', 'point.accuracy': 'accuracy' },
    send: async ({ validFrom, coordinates, accuracy, source }) => {
      if (!validFrom) throw missing('validFrom')
      if (coordinates.trim() === '') return place.mutateAsync({ unitId, validFrom, point: null })
      const read = readCoordinates(coordinates)
      if (!read) throw refusedField('coordinates', 'organisation/coordinates-unreadable')
      const known = ACCURACIES.find((one) => one === accuracy)
      if (!known) throw missing('accuracy')
      return place.mutateAsync({ unitId, validFrom, point: { ...read, accuracy: known, source } })
    },
  })
  const isKnown = form.value.coordinates.trim() !== ''
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <DateField {...form.field('validFrom')} label={m.validFrom} required />
      <TextField {...form.field('coordinates')} label={m.coordinates} hint={m.coordinatesHint} />
      {isKnown && (
        <>
          <SelectField
            {...form.field('accuracy')}
            label={m.accuracy}
            options={ACCURACIES.map((value) => ({ value, label: m.accuracies[value] }))}
            required
          />
          <TextField {...form.field('source')} label={m.placeSource} hint={m.placeSourceHint} required />
        </>
      )}
    </Form>
  )
}
