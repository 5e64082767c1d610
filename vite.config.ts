import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, 'src/main/web')

/** Builds the web pages (src/main/web-build.ts says where); `npm run dev` serves them and sends `/api` to the server on port 8080. */
export default defineConfig({
  root,
  plugins: [react()],
  // Plain CSS modules: nothing to look for above this folder.
  css: { postcss: {} },
  build: {
    outDir: join(import.meta.dirname, 'build/vite'),
    emptyOutDir: true,
    // The content security policy allows no inline script, so nothing may become one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The chart library, loaded with the first chart only.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
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
