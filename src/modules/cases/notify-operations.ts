import type { Handler, Schedule } from '#server/events.ts'
import type { Operation } from '#server/operation.ts'
import { draftApologies, settleApology } from './handlers/draft-apologies.ts'
import { escalate } from './handlers/escalate.ts'
import { keepCourses } from './handlers/keep-courses.ts'
import { queueMessages } from './handlers/queue-messages.ts'
import { sendMessages } from './handlers/send-messages.ts'
import { settleMessage } from './handlers/settle-message.ts'
import { letterHandlers } from './handlers/tell-of-letters.ts'
import { letterOperations } from './letter-operations.ts'
import { caseForecast } from './operations/case-forecast.ts'
import { escalationHealth } from './operations/escalation-health.ts'
import { forecastAccuracy } from './operations/forecast-accuracy.ts'
import { getWatchSettings } from './operations/get-watch-settings.ts'
import { listApologyDrafts } from './operations/list-apology-drafts.ts'
import { listCasesAtRisk } from './operations/list-cases-at-risk.ts'
import { listMessageTemplates } from './operations/list-message-templates.ts'
import { listMessages } from './operations/list-messages.ts'
import { listNotices } from './operations/list-notices.ts'
import { listStandInMessages } from './operations/list-stand-in-messages.ts'
import { markNoticesRead } from './operations/mark-notices-read.ts'
import { messageOverview } from './operations/message-overview.ts'
import { previewMessageTemplate } from './operations/preview-message-template.ts'
import { reportDelivery } from './operations/report-delivery.ts'
import { retryMessage } from './operations/retry-message.ts'
import { saveEscalationRule } from './operations/save-escalation-rule.ts'
import { saveMessageTemplate } from './operations/save-message-template.ts'
import { sendMessage } from './operations/send-message.ts'
import { setStandInBehaviour } from './operations/set-stand-in-behaviour.ts'
import { setWatchSettings } from './operations/set-watch-settings.ts'
import { workloadForecast } from './operations/workload-forecast.ts'

/** Messages to the citizen, talk with them, escalation, apologies and forecasts. */
export const notifyOperations: readonly Operation[] = [
  ...letterOperations,
  listMessages,
  sendMessage,
  retryMessage,
  messageOverview,
  listMessageTemplates,
  saveMessageTemplate,
  previewMessageTemplate,
  reportDelivery,
  listStandInMessages,
  setStandInBehaviour,
  escalationHealth,
  saveEscalationRule,
  getWatchSettings,
  setWatchSettings,
  listNotices,
  markNoticesRead,
  caseForecast,
  listCasesAtRisk,
  listApologyDrafts,
  forecastAccuracy,
  workloadForecast,
]

export const notifyHandlers: readonly Handler[] = [
  queueMessages,
  settleMessage,
  keepCourses,
  settleApology,
  ...letterHandlers,
]
export const notifySchedules: readonly Schedule[] = [sendMessages, escalate, draftApologies]
