import type { PageView } from '#server/page.ts'
import type { Guide } from '../contract.ts'
import { at, say, wordsOf } from './frame.ts'

/** The procedure as a GovernmentService in the words of schema.org. */
export function structuredService(guide: Guide, view: PageView): object {
  const m = wordsOf(view)
  const url = `${view.origin}${at(view, `/dich-vu/thu-tuc/${guide.code}`)}`
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: say(view, guide.name),
    identifier: guide.code,
    inLanguage: view.language,
    serviceType: say(view, guide.field),
    audience: guide.applicants.map((one) => ({ '@type': 'Audience', audienceType: m.applicants[one] ?? one })),
    areaServed: { '@type': 'Country', name: 'Việt Nam' },
    serviceOperator: guide.levels.map((level) => ({ '@type': 'GovernmentOrganization', name: m.placeLevels[level] })),
    serviceOutput: guide.results.map((one) => ({ '@type': 'GovernmentPermit', name: say(view, one) })),
    availableChannel: guide.channels.map((channel) => ({
      '@type': 'ServiceChannel',
      name: m.channels[channel],
      serviceUrl: url,
      availableLanguage: ['vi', 'en'],
      ...(guide.termDuration && { processingTime: guide.termDuration }),
    })),
    offers: guide.fees.map(({ name, dueVnd }) => ({
      '@type': 'Offer',
      name: say(view, name),
      price: dueVnd,
      priceCurrency: 'VND',
    })),
    termsOfService: guide.legalBasis.map(({ number, title }) => `${number}: ${title}`).join('; '),
  }
}
