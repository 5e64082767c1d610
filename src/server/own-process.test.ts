import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import type { Doing, Echo } from './own-process.fixture.ts'
import { inOwnProcess } from './own-process.ts'

const script = new URL('./own-process.fixture.ts', import.meta.url)
const does = (doing: Doing, limits = {}) => inOwnProcess<Echo>(script, doing, { seconds: 50, memoryMb: 100, ...limits })

async function answerOf(doing: Doing, limits = {}): Promise<Echo> {
  const ended = await does(doing, limits)
  if ('answer' in ended) return ended.answer
  throw new Error(`too much ${ended.exceeded}`)
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-process-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('what is given and answered arrives as it is: bytes, maps, days, what is missing', async () => {
  const bytes = Uint8Array.from({ length: 3_000_001 }, (_, index) => index % 251)
  const numbers = Uint32Array.of(1, 2 ** 32 - 1)
  const rest = { map: new Map([['chữ', new Set([1, undefined])]]), at: new Date(0), none: null, big: 10n ** 30n }
  const { given, pid } = await answerOf({ given: { bytes, numbers, rest } })
  expect(pid).not.toBe(process.pid)
  const back = given as { bytes: Uint8Array; numbers: Uint32Array; rest: unknown }
  expect(back.bytes).toBeInstanceOf(Uint8Array)
  expect(Buffer.compare(back.bytes, bytes)).toBe(0)
  expect(back.numbers).toEqual(numbers)
  expect(back.rest).toEqual(rest)
})

test('no password and no key is handed on', async () => {
  process.env['DATABASE_URL'] ??= 'postgres://nobody:secret@127.0.0.1/none'
  const { env } = await answerOf({})
  const plumbing = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'PWD', 'OLDPWD', 'SHLVL', '_']
  const passed = env.filter((name) => !plumbing.includes(name))
  expect(['TZ', 'LANG', 'LC_ALL', 'SystemRoot']).toEqual(expect.arrayContaining(passed))
})

test('a loop without end is too much time', async () => {
  expect(await does({ spins: true }, { seconds: 2 })).toEqual({ exceeded: 'time' })
})

test.each(['objects', 'bytes'] as const)(
  '%s without end are too much memory, and whoever asked lives',
  async (hoards) => {
    expect(await does({ hoards })).toEqual({ exceeded: 'memory' })
    expect((await answerOf({ given: 'after' })).given).toBe('after')
  },
)

test('one that the system ends for its memory is too much memory', async () => {
  expect(await does({ signal: 'SIGKILL' })).toEqual({ exceeded: 'memory' })
})

test.each(['SIGTRAP', 'SIGSEGV', 'SIGILL', 'SIGBUS', 'SIGABRT'] as const)(
  'a crash by %s is tried once more and succeeds',
  async (signal) => {
    const marker = join(folder, signal)
    expect((await answerOf({ signal, marker, given: signal })).given).toBe(signal)
    expect(existsSync(marker)).toBe(true)
  },
)

test('one that crashes every time is a defect that says how', async () => {
  await expect(does({ signal: 'SIGTRAP' })).rejects.toThrow('crashed twice without an answer: SIGTRAP')
})

test('one that throws, leaves without an answer or cannot be read is a defect that says so', async () => {
  await expect(does({ throws: 'hỏng' })).rejects.toThrow('hỏng')
  await expect(does({ leaves: true })).rejects.toThrow('without an answer (exit code 3)')
  const nowhere = inOwnProcess(new URL('./nowhere.ts', import.meta.url), {}, { seconds: 50, memoryMb: 100 })
  await expect(nowhere).rejects.toThrow('nowhere.ts')
})

test('a problem that it throws is that problem for whoever asked', async () => {
  const thrown: unknown = await does({ refuses: 'server/any' }).catch((reason: unknown) => reason)
  expect(thrown).toBeInstanceOf(Problem)
  expect(thrown).toMatchObject({ status: 413, code: 'server/any', message: 'chi tiết', values: { limit: 7 } })
})

test('what cannot be cloned is a defect, and the next one has its turn', async () => {
  await expect(does({ given: () => undefined })).rejects.toThrow('could not be cloned')
  expect((await answerOf({ given: 1 })).given).toBe(1)
})

test('one that would go on after its answer is gone', async () => {
  const { pid } = await answerOf({ lingers: true })
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
})

test('twelve at once all answer, each its own', async () => {
  const numbers = Array.from({ length: 12 }, (_, index) => index)
  const answers = await Promise.all(numbers.map((given) => answerOf({ given })))
  expect(answers.map(({ given }) => given)).toEqual(numbers)
})

test('the time limit counts from the start, not from the wait for a turn', async () => {
  const slow = Array.from({ length: 8 }, () => does({ spins: true }, { seconds: 1.5 }))
  const last = answerOf({ given: 'last' }, { seconds: 20 })
  expect(await Promise.all(slow)).toEqual(slow.map(() => ({ exceeded: 'time' })))
  expect((await last).given).toBe('last')
})

test('it ends with the one that started it', async () => {
  const code = `
    import { inOwnProcess } from ${JSON.stringify(new URL('./own-process.ts', import.meta.url).href)}
    void inOwnProcess(new URL(${JSON.stringify(script.href)}), { signal: 'SIGCONT' }, { seconds: 60, memoryMb: 100 })
    process.stdout.write('started')`
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => parent.stdout.once('data', resolve))
  const children = await childrenOf(parent.pid)
  parent.kill('SIGKILL')
  expect(children).toHaveLength(1)
  await expect.poll(() => isAlive(children[0] ?? 0), { timeout: 20_000 }).toBe(false)
})

/** By the third and fourth word of what Linux says of each process: its state and who started it. */
async function stateOf(pid: number | string): Promise<readonly string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

async function childrenOf(parent: number | undefined): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(pids.map(async (pid) => (await stateOf(pid))[1]))
  return pids.filter((_, index) => parents[index] === String(parent)).map(Number)
}

/** One that has ended and was not yet collected is not alive. */
async function isAlive(pid: number): Promise<boolean> {
  const [state = ''] = await stateOf(pid)
  return state !== '' && state !== 'Z'
}
