/** `npm run haidang -- backup FILE` and `restore FILE`. */
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#server/config.ts'
import { runningEmbedded, startEmbedded } from '#server/postgres/embedded.ts'
import { backup, type Keys } from './backup.ts'
import { restore } from './restore.ts'

const KEY_FILE = /^[a-z]+[.]key$/

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
  const keys = await keysOf(config)
  const { tables, rows, bytes } = await backup({ ownerUrl, file, passphrase, keys })
  log(
    `Đã sao lưu ${tables} bảng, ${rows} dòng, ${bytes} byte: ${file} / Backed up ${tables} tables, ${rows} rows, ${bytes} bytes.`,
  )
  if (passphrase !== undefined) return
  log('Tệp không mã hóa; hãy giữ riêng các tệp .key. Đặt BACKUP_PASSPHRASE để mã hóa và gói cả khóa.')
  log(
    'The file is not encrypted; keep the .key files separately. Set BACKUP_PASSPHRASE to encrypt it and pack the keys too.',
  )
}

async function bringBack(
  { config, file, passphrase, log }: Options & { file: string },
  ownerUrl: string,
): Promise<void> {
  const { tables, rows, at, release, keys } = await restore({ ownerUrl, file, passphrase })
  log(`Đã phục hồi và kiểm tra ${tables} bảng, ${rows} dòng (sao lưu lúc ${at}, phiên bản ${release}).`)
  log(`Restored and verified ${tables} tables, ${rows} rows (backed up at ${at}, release ${release}).`)
  await putKeysBack(config, keys)
}

/** The keys go where this installation looks for them; throws when it has other ones already. */
async function putKeysBack(config: Config, keys: Keys): Promise<void> {
  const here = await keysOf(config)
  for (const [name, key] of Object.entries(keys)) {
    if (here[name] === key) continue
    if (here[name] !== undefined || !KEY_FILE.test(name))
      throw new Error(
        `Dữ liệu đã phục hồi, nhưng nơi đây có khóa ${name} khác: hãy thay bằng khóa của bản cũ.\n` +
          `The rows are restored, but this place has another ${name}: put the old installation’s key in its place.`,
      )
    await mkdir(config.dataFolder, { recursive: true })
    await writeFile(join(config.dataFolder, name), key, { mode: 0o600, flag: 'wx' })
  }
}

/** The keys of this installation: the key files of its data folder, and SECRET_KEY in place of `secret.key`. */
async function keysOf({ secretKey, dataFolder }: Config): Promise<Keys> {
  const names = (await readdir(dataFolder).catch(() => [])).filter((name) => KEY_FILE.test(name))
  const texts = await Promise.all(names.map((name) => readFile(join(dataFolder, name), 'utf8')))
  const found = Object.fromEntries(names.map((name, place) => [name, texts[place]?.trim() ?? '']))
  return secretKey === undefined ? found : { ...found, 'secret.key': secretKey.toString('base64') }
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
