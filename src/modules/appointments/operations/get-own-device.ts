import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { type Actor, type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownPairing } from '../domain/devices.ts'
import { pairingCode } from '../pairing.ts'
import { boardOf, kioskOf, servedLast } from '../screens.ts'
import { hashOfText } from '../secrets.ts'
import { unitName } from '../shown.ts'
import { findOpening } from '../slots.ts'
import { openPublic } from '../store/appointments.ts'
import { type DeviceRow, findDeviceByToken, findPairingByToken } from '../store/devices.ts'

type Screen = z.input<typeof contract.getOwnDevice.output>

export const getOwnDevice = operation(contract.getOwnDevice, async (context): Promise<Screen> => {
  const { tx, now, device } = context
  await openPublic(tx)
  if (device.token === null) return { state: 'none' }
  const tokenHash = hashOfText(device.token)
  const own = await findDeviceByToken(tx, tokenHash)
  if (own && own.revokedAt !== null)
    return { state: 'revoked', name: own.name, unitName: await unitName(tx, own.unitId) }
  if (own) return screenOf(context, own)
  const pairing = await findPairingByToken(tx, tokenHash, now)
  if (!pairing) return { state: 'none' }
  const { id, expiresAt } = pairing
  return { state: 'waiting', id, code: shownPairing(pairingCode(id)), expiresAt }
})

async function screenOf({ tx, now }: Context<Actor | null>, { name, kind, unitId, desk }: DeviceRow): Promise<Screen> {
  const unit = { id: unitId, name: await unitName(tx, unitId) }
  const opening = await findOpening(tx, unitId, dayAt(now))
  if (opening === null) return { state: 'closed', name, unit }
  if (kind === 'kiosk') return { state: kind, name, kiosk: await kioskOf(tx, { unitId, opening }, now) }
  if (kind === 'board') return { state: kind, name, board: await boardOf(tx, { unitId, opening }, now) }
  const place = opening.desks.find(({ code }) => code === desk)
  if (!place) return { state: 'closed', name, unit }
  const ticket = await servedLast(tx, { unitId, desk: place.code }, now)
  return { state: kind, name, rating: { unit, desk: place.name, ticket } }
}
