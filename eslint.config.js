import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const IMPURE_GLOBALS = [
  ...['process', 'performance', 'crypto', 'console', 'fetch', 'globalThis', 'navigator', 'Temporal'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
].map((name) => ({ name, message: 'The domain is pure: what it needs arrives as an argument.' }));

const IMPURE_SYNTAX = [
  [
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'The domain has no clock: the moment arrives as an argument.',
  ],
  ['CallExpression[callee.name="Date"]', 'The domain has no clock: the moment arrives as an argument.'],
  [
    'MemberExpression[object.name="Date"][property.name="now"]',
    'The domain has no clock: the moment arrives as an argument.',
  ],
  [
    'MemberExpression[object.name="Math"][property.name="random"]',
    'The domain throws no dice: chance arrives as an argument.',
  ],
  ['ImportExpression', 'The domain loads nothing.'],
].map(([selector, message]) => ({ selector, message }));

const TYPESCRIPT = ['apps/admin/**/*.ts'];
const PAGES = ['**/*.{svelte,astro}', ...TYPESCRIPT];
const forPages = (configs) =>
  configs.map((config) => ({
    ...config,
    files: config.files?.some((glob) => glob.endsWith('.ts')) ? TYPESCRIPT : (config.files ?? PAGES),
  }));

/** What oxlint does not read, pages, and what it cannot tell: rules of syntax of our own. The rest is in .oxlintrc.json. */
export default tseslint.config(
  {
    ignores: [
      '**/{dist,build,.svelte-kit,.astro,.turbo,coverage,test-results,playwright-report}/',
      '**/*.{js,mjs,cjs}',
      '.data/',
      '.tools/',
      'fixtures/boundaries/',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  ...forPages([
    js.configs.recommended,
    ...tseslint.configs.strict,
    ...svelte.configs.recommended,
    ...astro.configs.recommended,
  ]),
  {
    files: PAGES,
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      eqeqeq: 'error',
      // Input is cleaned of control characters on purpose.
      'no-control-regex': 'off',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['packages/domain/src/**/*.ts'],
    ignores: ['packages/domain/src/testing/**', '**/*.test.ts'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^node:', message: 'The domain has no I/O.' }] },
      ],
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-syntax': ['error', ...IMPURE_SYNTAX],
    },
  },
  {
    files: ['apps/admin/**/*.svelte', 'apps/admin/**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived', '$state', '$bindable'] }],
      // The app is served at the root of its own address.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteElement[name.name="input"] SvelteAttribute[key.name="checked"]',
          message: 'What was ticked before the script came would be lost: defaultChecked, or bind:checked.',
        },
      ],
    },
  },
  {
    files: ['e2e/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="waitForTimeout"]',
          message: 'Wait for what should happen, not for time to pass.',
        },
      ],
    },
  },
);
