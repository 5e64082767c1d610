// The door of the module: its operations. Nothing of it is called from outside.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { counterCatalogue } from './operations/counter-catalogue.ts'
import { endLease } from './operations/end-lease.ts'
import { getLease } from './operations/get-lease.ts'
import { giveUpIntake } from './operations/give-up-intake.ts'
import { leaseNumbers } from './operations/lease-numbers.ts'
import { listCounters } from './operations/list-counters.ts'
import { lookUpSlip } from './operations/look-up-slip.ts'
import { openQueue } from './operations/open-queue.ts'
import { registerDevice } from './operations/register-device.ts'
import { revokeDevice } from './operations/revoke-device.ts'
import { revokeLease } from './operations/revoke-lease.ts'
import { sendOfflineIntake } from './operations/send-offline-intake.ts'

export const counter: Module = {
  name: 'counter',
  operations: [
    registerDevice,
    openQueue,
    leaseNumbers,
    endLease,
    revokeLease,
    revokeDevice,
    listCounters,
    getLease,
    counterCatalogue,
    sendOfflineIntake,
    giveUpIntake,
    lookUpSlip,
  ],
  handlers: [],
  problems,
}
