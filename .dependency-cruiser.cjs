/** Which way imports may point. Read by scripts/check-imports.ts, which also checks that every file was looked at. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to })
const tests = '[.]test[.]tsx?$'
const WEB = '^src/(ui|main/web|modules/[^/]+/web)/'
/** Modules from the one that knows least to the one that knows most. A module may import only from those before it. */
const MODULES = [
  'organisation',
  'identity',
  'administration',
  'calendar',
  'indicators',
  'procedures',
  'forms',
  'cases',
  'complaints',
  'counter',
  'portal',
  'appointments',
  'auditor',
  'reports',
  'exchange',
  'workspace',
]
/** Importing any other file of a module goes round its door. */
const DOORS = '^src/modules/[^/]+/(index|contract|web/index)[.]tsx?$'

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('imports-lead-somewhere', { path: '^src/' }, { couldNotResolve: true }),
    // the house: main → modules → server | ui → kernel
    rule(
      'kernel-stands-on-nothing',
      { path: '^src/kernel/', pathNot: tests },
      { pathNot: ['^src/kernel/', '(^|/)zod/'] },
    ),
    rule('server-stands-on-kernel', { path: '^src/server/', pathNot: tests }, { path: '^src/(?!(server|kernel)/)' }),
    rule('ui-stands-on-kernel', { path: '^src/ui/', pathNot: tests }, { path: '^src/(?!(ui|kernel)/)' }),
    rule('modules-stand-below-main', { path: '^src/modules/', pathNot: tests }, { path: '^src/main/' }),
    rule('only-tests-use-testing', { path: '^src/', pathNot: ['^src/testing/', tests] }, { path: '^src/testing/' }),
    rule(
      'web-and-server-never-meet',
      { path: WEB, pathNot: tests },
      { path: '^src/(server/|main/(?!web/)|modules/[^/]+/(operations/|handlers/|gateways/|store|index[.]ts))' },
    ),
    rule('server-and-web-never-meet', { path: '^src/', pathNot: [WEB, tests] }, { path: WEB }),
    rule('ui-and-web-stay-in-the-browser', { path: WEB, pathNot: tests }, { dependencyTypes: ['core'] }),
    // the rooms
    rule(
      'domain-is-pure', // zod only describes values: no time, no network, no files
      { path: '^src/modules/([^/]+)/domain/', pathNot: tests },
      { pathNot: ['^src/(kernel|modules/$1/domain)/', '(^|/)zod/'] },
    ),
    rule(
      'contract-only-describes',
      { path: '^src/modules/([^/]+)/contract([.]ts$|/)', pathNot: tests },
      { pathNot: ['^src/(kernel|modules/$1/(domain|contract))/', '/contract[.]ts$', '(^|/)zod/'] },
    ),
    rule(
      'only-the-store-speaks-sql',
      { path: '^src/modules/', pathNot: ['/store([.]ts$|/)', tests] },
      { path: '(^|/)node_modules/(kysely|pg|pg-copy-streams)/' },
    ),
    // between modules
    rule(
      'modules-meet-at-the-door',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', DOORS] },
    ),
    rule(
      'the-demonstration-uses-doors',
      { path: '^src/main/', pathNot: tests },
      { path: '^src/modules/', pathNot: DOORS },
    ),
    ...MODULES.map((name, place) =>
      rule(
        `${name}-looks-down-only`,
        { path: `^src/modules/${name}/`, pathNot: tests },
        { path: `^src/modules/(?!(${MODULES.slice(0, place + 1).join('|')})/)` },
      ),
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require('node:path').join(__dirname, 'tsconfig.base.json') },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
