import { join, sep } from 'node:path'
import type { Plugin } from 'vite'
import { writeMessages } from '../messages.ts'

/** The languages of the site with their environment in vite's configuration; the first is also the development server's. */
const siteLanguages = { client: 'fr', english: 'en' } as const

/** What the page itself says. */
const translations = [
  ['<html lang="fr">', '<html lang="en">'],
  [
    'Portail client : entreprises, services, commandes, factures et assistance.',
    'Customer portal: companies, services, orders, invoices and support.',
  ],
  ['Ce portail a besoin de JavaScript.', 'This portal needs JavaScript.'],
] as const

/**
 * Compiles the messages. A build holds one language: each has its own page (`index.html`, `index.en.html`) and its own chunks where there are
 * texts; the server answers with the page of the reader's language. Development and tests hold both.
 */
export const languages = (web: string): Plugin => {
  const compiled = join(web, 'messages.gen') + sep
  const languageOf = (environment: string): string => siteLanguages[environment as keyof typeof siteLanguages] ?? 'fr'
  let isBuild = false
  return {
    name: 'portal-languages',
    sharedDuringBuild: true,
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    buildStart() {
      for (const fault of writeMessages(web)) this.warn(fault)
    },
    configureServer(server) {
      server.watcher.on('change', (file) => {
        if (file.startsWith(join(web, 'messages'))) writeMessages(web)
      })
    },
    transform: {
      order: 'pre',
      filter: { id: /[\\/]messages\.gen[\\/]/ },
      handler(code, id) {
        if (!isBuild || !id.startsWith(compiled)) return null
        return { code: code.replaceAll('isFrench()', String(languageOf(this.environment.name) === 'fr')), map: null }
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const language = languageOf(this.environment.name)
        const page = bundle['index.html']
        if (language === 'fr' || page?.type !== 'asset') return
        page.fileName = `index.${language}.html`
        page.source = translations.reduce((text, [french, english]) => text.replace(french, english), String(page.source))
      },
    },
  }
}
