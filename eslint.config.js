/**
 * One linter. Three jobs: type-checked correctness, the import arrows of the house, and who may see which outside world.
 * The arrows: app → lab → rlhf → engine; lab → world; workers, cli → lab and engine/runtime; in the engine
 * runtime → onnx → autodiff → tensor and nn → autodiff (runtime also composes nn's decode graphs). No exceptions.
 */
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const folder = (type, path) => ({ type, pattern: path, partialMatch: false });

/** Every folder that holds code. A file outside them, or an import of one, is an error. */
const elements = [
  folder('tensor', 'src/engine/tensor'),
  folder('autodiff', 'src/engine/autodiff'),
  folder('onnx', 'src/engine/onnx'),
  folder('nn', 'src/engine/nn'),
  folder('runtime', 'src/engine/runtime'),
  folder('rlhf', 'src/rlhf'),
  folder('world', 'src/world'),
  folder('lab', 'src/lab'),
  folder('app', 'src/app'),
  folder('testing', 'src/testing'),
  folder('workers', 'workers'),
  folder('cli', 'cli'),
  folder('scripts', 'scripts'),
  folder('bench', 'bench'),
  folder('e2e', 'e2e'),
];

const engine = ['tensor', 'autodiff', 'onnx', 'nn', 'runtime'];

/** importer → what it may import as values (itself and src/errors.ts are always allowed). */
const arrows = {
  tensor: [],
  autodiff: ['tensor'],
  onnx: ['autodiff', 'tensor'],
  nn: ['autodiff', 'tensor'],
  runtime: ['onnx', 'nn', 'autodiff', 'tensor'],
  rlhf: engine,
  world: [],
  lab: ['rlhf', 'world', ...engine],
  app: ['lab'],
  workers: ['lab', 'runtime'],
  // The command line prints the world's prompts and judges replies to them.
  cli: ['lab', 'world', 'runtime'],
  scripts: ['lab', 'rlhf', 'world', ...engine],
  bench: ['lab', 'rlhf', 'world', 'testing', ...engine],
  testing: ['lab', 'rlhf', 'world', ...engine],
  e2e: ['testing'],
};

const elementTypes = (types) => ({ element: { types: { anyOf: types } } });

const policies = [
  ...Object.entries(arrows).map(([from, to]) => ({
    from: { element: { type: from } },
    allow: { to: elementTypes([from, ...to]) },
  })),
  { allow: { to: { file: { categories: 'errors' } } } },
  // The page, its workers and the command line may name the types of what lies below; they compute nothing there.
  {
    from: { element: { types: { anyOf: ['app', 'workers', 'cli'] } } },
    allow: { to: elementTypes(['rlhf', 'world', ...engine]), dependency: { kind: 'type' } },
  },
  // Tests look at everything: that is their job. Nothing looks at tests.
  { from: { file: { categories: 'test' } }, allow: { to: elementTypes(elements.map((element) => element.type)) } },
  { disallow: { to: { file: { categories: 'test' } } } },
];

/** Package → the folder that may import it (an asset's `?url` is no code). Anything else may be imported anywhere its types allow. */
const packages = [
  { regex: '^(react|react-dom|react-aria-components|zustand|recharts)(/|$)', home: 'src/app' },
  { regex: '^onnxruntime-(web|node|common)(?!.*\\?url$)', home: 'src/engine/runtime' },
  { regex: '^@bufbuild/protobuf(/|$)', home: 'src/engine/onnx' },
  { regex: '^comlink$', home: 'src/app/client' },
];

const outsidePackages = (allowedHomes) => [
  'error',
  {
    patterns: packages
      .filter((entry) => !allowedHomes.includes(entry.home))
      .map((entry) => ({
        regex: entry.regex,
        message: `only ${entry.home} imports this package (2-architecture.md §2.1)`,
      })),
  },
];

/** No barrel files: nothing re-exports what another file defines. */
const noBarrels = [
  { selector: 'ExportAllDeclaration', message: 'no barrel files: import from the file that defines it' },
  { selector: 'ExportNamedDeclaration[source]', message: 'no barrel files: import from the file that defines it' },
];

/** A call takes some ten thousands of arguments, in a worker fewer: what is spread into one must be short, and lists seldom stay so. */
const noSpreadLists = [
  {
    selector: 'CallExpression[callee.object.name="Math"] > SpreadElement',
    message: 'a long list overflows the stack: use largest (rlhf/numerics.ts) or extent (app/series/extent.ts)',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(push|unshift)$/] > SpreadElement',
    message: 'a long list overflows the stack: push one by one, or make a new list',
  },
];

/**
 * Functions whose last bits the language leaves to each browser. What feeds a tensor must not use them, or a shared run
 * can't be repeated bit for bit: engine/tensor/exactMath.ts has exp, expm1, log, cos and sin; world takes exp from @stdlib.
 */
const openMath = [
  ...['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
].map((property) => ({
  object: 'Math',
  property,
  message: 'its last bits differ between browsers: use tensor/exactMath.ts (2-architecture.md, reproduction)',
}));
const noPower = {
  selector: 'BinaryExpression[operator="**"], AssignmentExpression[operator="**="]',
  message: 'its last bits differ between browsers: multiply instead',
};
const noRandom = { object: 'Math', property: 'random', message: 'seed everything: draw from tensor/random.ts' };

const noNode = {
  regex: '^node:',
  message: 'this code also runs in a browser: only cli, scripts, bench, tests and runtime/native use Node',
};

/** Reading them throws where site data is blocked. */
const noBareStorage = ['localStorage', 'sessionStorage'].map((name) => ({
  name,
  message: 'use app/client/browserValues.ts, which works where the browser refuses',
}));

const outsidePackagesNorNode = (allowedHomes) => {
  const [level, { patterns }] = outsidePackages(allowedHomes);
  return [level, { patterns: [...patterns, noNode] }];
};

export default tseslint.config(
  {
    ignores: ['dist/', '.cache/', 'node_modules/', 'public/', 'test-results/', 'playwright-report/', '**/generated/**'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `${number}` in messages is what our errors are made of.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An async method that needs no await still honours an async interface (Executor, TrainerApi).
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...noBarrels, ...noSpreadLists],
      'no-restricted-imports': outsidePackages([]),
    },
  },
  {
    files: ['{src,workers,cli,scripts,bench,e2e}/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': [
        { category: 'test', pattern: '**/*.{test,spec}.{ts,tsx}' },
        { category: 'errors', pattern: 'src/errors.ts' },
      ],
      'boundaries/include': ['{src,workers,cli,scripts,bench,e2e}/**/*.{ts,tsx}'],
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
    },
  },
  // Who sees which package, and who may use Node.
  { files: ['src/{engine,rlhf,world,lab}/**/*.ts'], rules: { 'no-restricted-imports': outsidePackagesNorNode([]) } },
  {
    files: ['src/engine/onnx/**/*.ts'],
    rules: { 'no-restricted-imports': outsidePackagesNorNode(['src/engine/onnx']) },
  },
  {
    files: ['src/engine/runtime/**/*.ts'],
    rules: { 'no-restricted-imports': outsidePackagesNorNode(['src/engine/runtime']) },
  },
  {
    files: ['src/engine/runtime/native.ts', 'src/engine/runtime/native/**'],
    rules: { 'no-restricted-imports': outsidePackages(['src/engine/runtime']) },
  },
  {
    files: ['src/app/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': outsidePackagesNorNode(['src/app', 'src/app/client']) },
  },
  { files: ['workers/**/*.ts'], rules: { 'no-restricted-imports': outsidePackagesNorNode(['src/app/client']) } },
  { files: ['src/app/**/*.tsx', 'src/app/**/*.ts'], ...reactHooks.configs.flat.recommended },
  // The page draws and calls; it starts workers in one place.
  {
    files: ['src/app/**/*.{ts,tsx}'],
    ignores: ['src/app/client/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Worker', message: 'only app/client starts workers' },
        ...noBareStorage,
      ],
    },
  },
  // Below the page there is no DOM and no clock that isn't handed in… the types say so too.
  {
    files: ['src/{engine/tensor,engine/autodiff,engine/onnx,engine/nn,rlhf,world}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'self',
        'navigator',
        'fetch',
        'postMessage',
        'localStorage',
        'indexedDB',
      ],
    },
  },
  {
    files: ['src/{engine,rlhf,world,lab}/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', noRandom, ...openMath],
      'no-restricted-syntax': ['error', ...noBarrels, ...noSpreadLists, noPower],
    },
  },
  {
    // The interpreter is what devices are held against, to a tolerance; the gate compares evals and trains nothing; tests
    // compute what they expect.
    files: ['src/engine/autodiff/interpret.ts', 'src/lab/lineage/gate.ts', 'src/{engine,rlhf,world,lab}/**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', noRandom],
      'no-restricted-syntax': ['error', ...noBarrels, ...noSpreadLists],
    },
  },
  // Tools talk to a terminal; tests may reach everything.
  { files: ['{cli,scripts,bench}/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'src/testing/**/*.ts', 'e2e/**/*.ts', 'bench/**/*.ts', '*.config.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'src/testing/**/*.ts', '{scripts,bench,e2e}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noBarrels] },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { sourceType: 'module', ecmaVersion: 'latest' },
    rules: { eqeqeq: ['error', 'always'], 'no-unused-vars': 'error' },
  },
);
