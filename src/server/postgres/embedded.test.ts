import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type Embedded, runningEmbedded, startEmbedded } from './embedded.ts'

const folders: string[] = []
const running: Embedded[] = []
const children: ChildProcess[] = []
const log = (): void => undefined

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function newFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'haidang-embedded-test-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

async function start(dataFolder: string, port?: number): Promise<Embedded> {
  const server = await startEmbedded({ dataFolder, log, ...(port === undefined ? {} : { port }) })
  running.push(server)
  return server
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

/** Another process that owns the folder until it is killed; resolves when its server answers. */
async function startElsewhere(dataFolder: string): Promise<ChildProcess> {
  const source = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)})
    const server = await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, log: () => undefined })
    console.log(server.url)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout ?? child, 'data')
  return child
}

test('a new folder becomes a durable UTF-8 server on loopback, closed to whoever lacks the password', async () => {
  const folder = await newFolder()
  const server = await start(folder)
  const settings = await query<{ name: string; setting: string }>(
    server.url,
    `select name, setting from pg_settings
     where name in ('fsync', 'listen_addresses', 'server_encoding', 'unix_socket_directories') order by name`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    unix_socket_directories: '',
  })
  expect(await query(server.url, `select lower('ĐƯỜNG ỦY BAN') as lower`)).toEqual([{ lower: 'đường ủy ban' }])
  await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect((await stat(join(folder, 'postgres.password'))).mode & 0o777).toBe(0o600)
  if (process.platform !== 'linux') return
  const { uid } = await stat(
    `/proc/${(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]}`,
  )
  if (process.getuid?.() === 0) expect(uid).not.toBe(0)
})

test('stopped and started again it keeps data, port and password', async () => {
  const folder = await newFolder()
  const first = await start(folder)
  await query(first.url, 'create table kept (value int); insert into kept values (42)')
  await first.stop()
  await first.stop()
  await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const second = await start(folder)
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select value from kept')).toEqual([{ value: 42 }])
})

test('server and owner killed at once: committed rows are there, the stale lock file is no obstacle', async () => {
  const folder = await newFolder()
  const child = await startElsewhere(folder)
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  const [pid] = (await readFile(pidFile, 'utf8')).split('\n')
  const password = (await readFile(join(folder, 'postgres.password'), 'utf8')).trim()
  const port = (await readFile(join(folder, 'postgres.port'), 'utf8')).trim()
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  await query(url, 'create table kept (value int); insert into kept select generate_series(1, 1000)')
  process.kill(Number(pid), 'SIGKILL')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(pidFile)).toBe(true)
  const again = await start(folder)
  expect(await query(again.url, 'select count(*)::int as count from kept')).toEqual([{ count: 1000 }])
})

test('only the owner killed: its server is taken over, and stopping it really stops it', async () => {
  const folder = await newFolder()
  const child = await startElsewhere(folder)
  const before = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]
  child.kill('SIGKILL')
  await once(child, 'exit')
  const taken = await start(folder)
  expect((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]).toBe(before)
  await taken.stop()
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('a lock file that names a living stranger does not keep the server from starting', async () => {
  const folder = await newFolder()
  await (await start(folder)).stop()
  const lines = [process.pid, join(folder, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready']
  await writeFile(join(folder, 'postgres', 'postmaster.pid'), lines.join('\n'))
  const again = await start(folder)
  expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a second owner of the same folder is refused in both languages and leaves the first alone', async () => {
  const folder = await newFolder()
  const first = await start(folder)
  await expect(startEmbedded({ dataFolder: folder, log })).rejects.toThrow(
    /đang dùng thư mục dữ liệu này[^]*Stop it first/,
  )
  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a command finds the server that runs on a folder, and none when it does not run', async () => {
  const folder = await newFolder()
  expect(await runningEmbedded(folder)).toBeUndefined()
  const server = await start(folder)
  expect(await runningEmbedded(folder)).toBe(server.url)
  await server.stop()
  expect(await runningEmbedded(folder)).toBeUndefined()
})

test('two that start on a new folder at the same moment: exactly one gets it', async () => {
  const folder = await newFolder()
  const both = await Promise.allSettled([
    startEmbedded({ dataFolder: folder, log }),
    startEmbedded({ dataFolder: folder, log }),
  ])
  for (const result of both) if (result.status === 'fulfilled') running.push(result.value)
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a folder of another major version is refused with the way out', async () => {
  const folder = await newFolder()
  await (await start(folder)).stop()
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '16\n')
  await expect(startEmbedded({ dataFolder: folder, log })).rejects.toThrow(/PostgreSQL 16[^]*docs\/operations\.md/)
})

test('the remembered port taken by somebody else: another one is found', async () => {
  const folder = await newFolder()
  const first = await start(folder)
  await first.stop()
  const { createServer } = await import('node:net')
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
  await once(squatter, 'listening')
  const second = await start(folder)
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
  squatter.close()
})

test('a folder nobody else may enter works too', async () => {
  const closed = await newFolder(0o700)
  const server = await start(join(closed, 'data'))
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('an ephemeral server leaves nothing behind, and clears what a killed run left', async () => {
  const source = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)})
    const server = await startEmbedded({ ephemeral: true, log: () => undefined })
    console.log(server.dataFolder)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  const left = line.toString().trim()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(left)).toBe(true)
  const server = await startEmbedded({ ephemeral: true, log })
  running.push(server)
  expect(existsSync(left)).toBe(false)
  await server.stop()
  expect(existsSync(server.dataFolder)).toBe(false)
})
