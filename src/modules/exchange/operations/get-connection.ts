import { operation } from '#server/operation.ts'
import { getConnection as contract } from '../contract.ts'
import { shownConnection } from '../engine/shown-connection.ts'
import { getConnection as read } from '../store/connection.ts'

export const getConnection = operation(contract, async ({ tx, now }) => shownConnection(await read(tx), now))
