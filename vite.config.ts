import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { shellWorker } from './src/main/shell-worker-plugin.ts'

const root = join(import.meta.dirname, 'src/main/web')

/** Builds the web pages (src/main/web-build.ts says where); `npm run dev` serves them and sends `/api` to the server on port 8080. */
export default defineConfig({
  root,
  plugins: [react(), shellWorker()],
  // Plain CSS modules: nothing to look for above this folder.
  css: { postcss: {} },
  build: {
    outDir: join(import.meta.dirname, 'build/vite'),
    emptyOutDir: true,
    // The content security policy allows no inline script, so nothing may become one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The server reads here what the script of its own pages is called.
    manifest: true,
    reportCompressedSize: false,
    // The chart library, loaded with the first chart only.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: {
        index: join(root, 'index.html'),
        // The pages of citizens: drawn by the server, with a small script of their own.
        served: join(import.meta.dirname, 'src/modules/portal/web/citizen/main.ts'),
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'face', test: /node_modules\/(@mantine\/(core|hooks|notifications)|@floating-ui)\// },
            { name: 'data', test: /node_modules\/(@tanstack|zod)\// },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
  preview: { host: '127.0.0.1' },
})
