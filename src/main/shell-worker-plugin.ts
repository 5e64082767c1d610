import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

const WORKER = 'sw.js'
/** Of whoever turned browser notices on: small, and apart. */
const PUSH_WORKER = 'push-sw.js'
const WORKERS = [WORKER, PUSH_WORKER]
/** Pages that open without a network. */
const OFFLINE = /\/src\/modules\/counter\/web\//

/** Builds the service worker beside the pages and tells it which files a counter needs: those of the start, and of its own pages. */
export function shellWorker(): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: join(import.meta.dirname, 'web/service-worker.ts'), fileName: WORKER })
      const push = join(import.meta.dirname, '../modules/portal/web/push-worker.ts')
      this.emitFile({ type: 'chunk', id: push, fileName: PUSH_WORKER })
    },
    generateBundle(_, bundle) {
      const worker = bundle[WORKER]
      if (worker?.type !== 'chunk') throw new Error('The service worker was not built.')
      const files = JSON.stringify(neededFiles(bundle))
      const name = createHash('sha256').update(files).digest('hex').slice(0, 16)
      worker.code = worker.code.replaceAll('__SHELL_FILES__', files).replaceAll('__SHELL_NAME__', JSON.stringify(name))
    },
  }
}

/** Addresses of what a counter loads, and every style and font: a page without its styles is none. */
function neededFiles(bundle: Rolldown.OutputBundle): readonly string[] {
  const needed = new Set<string>()
  const need = (fileName: string) => {
    const chunk = bundle[fileName]
    if (chunk?.type !== 'chunk' || needed.has(fileName) || WORKERS.includes(fileName)) return
    needed.add(fileName)
    chunk.imports.forEach(need)
    // What a page of the counter loads later, it loads without a network too.
    if (isOffline(chunk)) chunk.dynamicImports.forEach(need)
  }
  for (const output of Object.values(bundle)) {
    if (output.type === 'chunk' && (output.isEntry || isOffline(output))) need(output.fileName)
    if (output.type === 'asset' && /\.(?:css|woff2)$/.test(output.fileName)) needed.add(output.fileName)
  }
  return [...needed].toSorted().map((fileName) => `/${fileName}`)
}

function isOffline({ isEntry, moduleIds }: Rolldown.OutputChunk): boolean {
  return !isEntry && moduleIds.some((id) => OFFLINE.test(id))
}
