// The door of the module. It listens to everything and nobody listens to it; the demonstration starts and stops its stand-in.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { compareWithPortal } from './handlers/compare-due.ts'
import { fetchFromPortal } from './handlers/fetch-filed.ts'
import { keepSync } from './handlers/keep-sync.ts'
import { queueActs } from './handlers/queue-act.ts'
import { sendToPortal } from './handlers/send-due.ts'
import { takeInTold } from './handlers/take-in.ts'
import { tellStandIn } from './handlers/tell-stand-in.ts'
import { compareCases } from './operations/compare-cases.ts'
import { fetchFile } from './operations/fetch-file.ts'
import { getConnection } from './operations/get-connection.ts'
import { leaveOut } from './operations/leave-out.ts'
import { listIncoming } from './operations/list-incoming.ts'
import { listMismatches } from './operations/list-mismatches.ts'
import { listOutgoing } from './operations/list-outgoing.ts'
import { receiveDossier } from './operations/receive-dossier.ts'
import { replayDay } from './operations/replay-day.ts'
import { sendAgain } from './operations/send-again.ts'
import { setConnection } from './operations/set-connection.ts'
import { setStandIn } from './operations/set-stand-in.ts'
import { settleIncoming } from './operations/settle-incoming.ts'
import { showBacklog } from './operations/show-backlog.ts'
import { takeInAgain } from './operations/take-in-again.ts'

export { startStandIn, stopStandIn } from './stand-ins/running.ts'

export const exchange: Module = {
  name: 'exchange',
  operations: [
    showBacklog,
    listOutgoing,
    sendAgain,
    leaveOut,
    replayDay,
    listMismatches,
    compareCases,
    listIncoming,
    takeInAgain,
    settleIncoming,
    receiveDossier,
    fetchFile,
    getConnection,
    setConnection,
    setStandIn,
  ],
  handlers: [queueActs, keepSync, takeInTold, tellStandIn],
  schedules: [sendToPortal, fetchFromPortal, compareWithPortal],
  problems,
}
