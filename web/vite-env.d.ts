/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The language that this build holds; see scripts/site/languages.ts. */
  readonly SITE_LANGUAGE?: 'fr' | 'en'
}

declare module 'punycode/punycode.es6.js' {
  export const toUnicode: (domain: string) => string
}
