/** `node bench/auditor-once.ts FILE`: audits one file as the server does and prints seconds, the peak of memory and what was read, as JSON. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { NOTHING_KNOWN } from '#modules/auditor/domain/knowledge.ts'
import { auditFile } from '#modules/auditor/gateways/audit-file.ts'

const file = process.argv[2] ?? ''
const bytes = new Uint8Array(readFileSync(file))
let childMegabytes = 0
const watch = setInterval(() => {
  childMegabytes = Math.max(childMegabytes, peakOfChild())
}, 50)
const started = performance.now()
const { checked, findings, document } = await auditFile({ name: basename(file), bytes, knowledge: NOTHING_KNOWN })
const seconds = (performance.now() - started) / 1000
// The answer comes a moment before the process that gave it is gone and its time is known.
while (secondsOfChildren() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
clearInterval(watch)
console.log(
  JSON.stringify({
    seconds,
    processor: process.cpuUsage().user / 1e6 + secondsOfChildren(),
    megabytes: process.resourceUsage().maxRSS / 1024 + childMegabytes,
    ...checked,
    findings: findings.length,
    blocks: document.blocks.length,
  }),
)

/** What Linux says of the process that reads and audits: the most memory it had so far. */
function peakOfChild(): number {
  const [pid] = readFileSync(`/proc/self/task/${process.pid}/children`, 'latin1').split(' ')
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Processor time in user code of processes that have ended; Linux counts it in hundredths. */
function secondsOfChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[13]) / 100
}
