import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const noClock = {
  selector:
    "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: 'Time is an input: pass it in.',
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.detente/**', '**/*.mjs', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 4],
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/cqrs',
              importNames: ['EventBus', 'AggregateRoot', 'EventPublisher', 'EventsHandler', 'Saga'],
              message: 'In-memory events get lost: append to the event log, read it by subscription.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Read the environment in libs/platform/src/config only.',
        },
      ],
    },
  },
  {
    files: ['libs/domain/**', 'libs/extraction/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noClock,
        { selector: "MemberExpression[object.name='process']", message: 'Pure: no process here.' },
      ],
    },
  },
  {
    files: ['libs/platform/src/config/**', 'libs/testing/**', 'test/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/*.conformance.ts', 'test/**', 'libs/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Nest declares the options of its factories as classes, to be given as literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': 'off',
      'no-console': 'off',
    },
  },
  prettier,
);
