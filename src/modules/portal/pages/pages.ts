import type { ServedPage } from '#server/page.ts'
import { answersPage } from './answers-page.ts'
import { guidePage } from './guide-page.ts'
import { homePage } from './home-page.ts'
import { placeMapPage } from './place-map-page.ts'
import { placesPage } from './places-page.ts'
import { robotsPage, sitemapPage } from './search-engines.ts'
import { searchPages } from './search-page.ts'
import { trackPages } from './track-page.ts'

/** The pages of citizens that are whole when they arrive. */
export const pages: readonly ServedPage[] = [
  homePage,
  ...searchPages,
  placesPage,
  placeMapPage,
  answersPage,
  guidePage,
  ...trackPages,
  robotsPage,
  sitemapPage,
]
