import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from '#ui/providers.tsx'
import { IdleLock } from './idle-lock.tsx'
import { LockCover } from './lock-cover.tsx'
import { problems, related, subjects } from './modules.ts'
import { createAppRouter } from './routes.tsx'
import { SessionGate } from './session-gate.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const router = createAppRouter()

createRoot(root).render(
  <StrictMode>
    <Providers problems={problems} subjects={subjects} related={related}>
      <SessionGate>
        <IdleLock />
        <LockCover>
          <RouterProvider router={router} />
        </LockCover>
      </SessionGate>
    </Providers>
  </StrictMode>,
)
