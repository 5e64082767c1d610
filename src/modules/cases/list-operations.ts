import { countCases } from './operations/count-cases.ts'
import { listAssignees } from './operations/list-assignees.ts'
import { listCases } from './operations/list-cases.ts'
import { listCasesOfPerson } from './operations/list-cases-of-person.ts'
import { listFilters } from './operations/list-filters.ts'
import { removeFilter } from './operations/remove-filter.ts'
import { saveFilter } from './operations/save-filter.ts'

/** Lists, counts, search, saved filters, and to whom a case can be given. */
export const listOperations = [
  listAssignees,
  listCases,
  countCases,
  listCasesOfPerson,
  listFilters,
  saveFilter,
  removeFilter,
]
