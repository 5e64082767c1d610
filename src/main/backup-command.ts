/** `npm run haidang -- backup FILE` and `restore FILE`. */
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#server/config.ts'
import { runningEmbedded, startEmbedded } from '#server/postgres/embedded.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

export type BackupCommand = 'backup' | 'restore'

type Options = {
  readonly config: Config
  readonly file: string | undefined
  /** BACKUP_PASSPHRASE */
  readonly passphrase: string | undefined
  readonly log: (line: string) => void
}

/** Does the command on the platform's database: beside a running platform, on a stopped one, or on DATABASE_URL. */
export async function runBackupCommand(command: BackupCommand, options: Options): Promise<void> {
  const { config, file, passphrase, log } = options
  if (file === undefined) throw new Error(`npm run haidang -- ${command} FILE`)
  if (passphrase !== undefined && passphrase.length < 12)
    throw new Error('BACKUP_PASSPHRASE phải có ít nhất 12 ký tự. / BACKUP_PASSPHRASE must have at least 12 characters.')
  const database = await ownerDatabase(config, command, log)
  try {
    if (command === 'backup') await makeBackup({ ...options, file }, database.url)
    else await bringBack({ ...options, file }, database.url)
  } finally {
    await database.stop()
  }
}

async function makeBackup(
  { config, file, passphrase, log }: Options & { file: string },
  ownerUrl: string,
): Promise<void> {
  const secretKey = await keyOf(config)
  const { tables, rows, bytes } = await backup({ ownerUrl, file, passphrase, secretKey })
  log(
    `Đã sao lưu ${tables} bảng, ${rows} dòng, ${bytes} byte: ${file} / Backed up ${tables} tables, ${rows} rows, ${bytes} bytes.`,
  )
  if (passphrase !== undefined) return
  log('Tệp không mã hóa; hãy giữ riêng khóa secret.key. Đặt BACKUP_PASSPHRASE để mã hóa và gói cả khóa.')
  log(
    'The file is not encrypted; keep secret.key separately. Set BACKUP_PASSPHRASE to encrypt it and pack the key too.',
  )
}

async function bringBack(
  { config, file, passphrase, log }: Options & { file: string },
  ownerUrl: string,
): Promise<void> {
  const { tables, rows, at, release, secretKey } = await restore({ ownerUrl, file, passphrase })
  log(`Đã phục hồi và kiểm tra ${tables} bảng, ${rows} dòng (sao lưu lúc ${at}, phiên bản ${release}).`)
  log(`Restored and verified ${tables} tables, ${rows} rows (backed up at ${at}, release ${release}).`)
  if (secretKey !== undefined) await putKeyBack(config, secretKey, log)
}

/** The key goes where this installation looks for it, unless it has another one already. */
async function putKeyBack(config: Config, secretKey: string, log: (line: string) => void): Promise<void> {
  const current = await keyOf(config)
  if (current === secretKey) return
  if (current === undefined) {
    await mkdir(config.dataFolder, { recursive: true })
    await writeFile(join(config.dataFolder, 'secret.key'), secretKey, { mode: 0o600, flag: 'wx' })
    return
  }
  throw new Error(
    'Dữ liệu đã phục hồi, nhưng nơi đây có khóa khác: hãy thay secret.key hoặc SECRET_KEY bằng khóa của bản cũ.\n' +
      'The rows are restored, but this place has another key: put the old installation’s secret.key or SECRET_KEY in its place.',
  )
}

/** The installation's key in base64; undefined when none was made yet. */
async function keyOf({ secretKey, dataFolder }: Config): Promise<string | undefined> {
  if (secretKey !== undefined) return secretKey.toString('base64')
  const text = await readFile(join(dataFolder, 'secret.key'), 'utf8').catch(() => undefined)
  return text?.trim()
}

type OwnerDatabase = { readonly url: string; stop(): Promise<void> }

async function ownerDatabase(
  config: Config,
  command: BackupCommand,
  log: (line: string) => void,
): Promise<OwnerDatabase> {
  const leave = (): Promise<void> => Promise.resolve()
  const url = config.migrationUrl ?? config.databaseUrl
  if (url !== undefined) return { url, stop: leave }
  const running = await runningEmbedded(config.dataFolder)
  if (running !== undefined) return { url: running, stop: leave }
  if (command === 'backup')
    await access(join(config.dataFolder, 'postgres')).catch(() => {
      throw new Error(`Không có dữ liệu trong ${config.dataFolder}. / There is no data in ${config.dataFolder}.`)
    })
  return startEmbedded({ dataFolder: config.dataFolder, log })
}
