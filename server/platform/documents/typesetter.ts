import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { languageOf } from '#api/languages'
import type { PrintedLogo } from './document-renderer.ts'
import { loadFonts } from './fonts.ts'
import { printableDocument } from './printable.ts'
import { wordsIn } from './words/words.ts'

/*
 * The child process that sets the pages: native code whose crash must not take the server along. It takes one document at a time and answers
 * with the PDF or with what was wrong.
 */

interface Work {
  readonly template: string
  readonly doc: { readonly language?: string; readonly logo?: PrintedLogo | null }
}

const workspace = fileURLToPath(new URL('templates', import.meta.url))
const fonts = await loadFonts()
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts.files] }] })

const words = {
  fr: JSON.stringify(printableDocument(wordsIn('fr'), fonts.characters)),
  en: JSON.stringify(printableDocument(wordsIn('en'), fonts.characters)),
}

/** Where templates find the logo: a file that exists in memory only. */
const logoFile = `${workspace}/logo`

const render = ({ template, doc: { logo, ...doc } }: Work): Buffer => {
  const printed = { ...doc, logo: logo ? { format: logo.type === 'image/png' ? 'png' : 'jpg', name: logo.name } : null }
  if (logo) compiler.mapShadow(logoFile, logo.bytes)
  try {
    return compiler.pdf(
      {
        mainFilePath: `${workspace}/${template}.typ`,
        inputs: { doc: JSON.stringify(printableDocument(printed, fonts.characters)), words: words[languageOf(doc.language)] },
      },
      // The enumeration of the library exists in its types only.
      { pdfStandard: 'a-3b' as never, pdfTags: true },
    )
  } finally {
    if (logo) compiler.unmapShadow(logoFile)
  }
}

/** No order waits for a picture: what cannot be set with its logo is set without. */
const renderAnyway = (work: Work): { pdf: Buffer; logoFailure?: string } => {
  if (!work.doc.logo) return { pdf: render(work) }
  try {
    return { pdf: render(work) }
  } catch (error) {
    return { pdf: render({ ...work, doc: { ...work.doc, logo: null } }), logoFailure: String((error as Error).message ?? error) }
  }
}

process.on('message', async (work: Work) => {
  try {
    process.send?.(renderAnyway(work))
  } catch (error) {
    process.send?.({ failure: String((error as Error).message ?? error) })
  }
  // Both are needed, or memory grows to gigabytes.
  compiler.evictCache(0)
  await setImmediate()
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
