import { type ConnectionProvider, DummyDriver, PostgresDialect, Transaction } from 'kysely'
import type { Tx } from './db.ts'

const nowhere = new PostgresDialect({ pool: () => Promise.reject(new Error('A transaction has its connection.')) })
const NO_CONNECTION_OF_ITS_OWN = { config: { dialect: nowhere }, dialect: nowhere, driver: new DummyDriver() }

/**
 * Acts in the transaction, but what is asked of it does not wait for the answer to what was asked before: that would be one way to the
 * database and back for each statement. PostgreSQL answers in order, and after a failure refuses all that follows. What still comes when
 * the act has ended is refused: it would be done outside of the transaction.
 */
export async function unwaiting<T>(waiting: Tx, act: (tx: Tx) => Promise<T>): Promise<T> {
  const executor = waiting.getExecutor()
  const connection = await executor.provideConnection(async (own) => own)
  let over = false
  const provider: ConnectionProvider = {
    async provideConnection(consumer) {
      if (over) throw new Error('The transaction is over.')
      return consumer(connection)
    },
  }
  try {
    return await act(
      new Transaction({ ...NO_CONNECTION_OF_ITS_OWN, executor: executor.withConnectionProvider(provider) }),
    )
  } finally {
    over = true
  }
}
