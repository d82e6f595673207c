import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { loadFonts } from './fonts.ts'
import { printableDocument } from './printable.ts'
import { wordsIn } from './words/words.ts'

/*
 * The child process that sets the pages: native code whose crash must not take the server along. It takes one document at a time and answers
 * with the PDF or with what was wrong.
 */

interface Work {
  readonly template: string
  readonly doc: { readonly language?: string }
}

const workspace = fileURLToPath(new URL('templates', import.meta.url))
const fonts = await loadFonts()
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts.files] }] })

const words = {
  fr: JSON.stringify(printableDocument(wordsIn('fr'), fonts.characters)),
  en: JSON.stringify(printableDocument(wordsIn('en'), fonts.characters)),
}

const render = ({ template, doc }: Work): Buffer =>
  compiler.pdf(
    {
      mainFilePath: `${workspace}/${template}.typ`,
      inputs: { doc: JSON.stringify(printableDocument(doc, fonts.characters)), words: words[doc.language === 'en' ? 'en' : 'fr'] },
    },
    // The enumeration of the library exists in its types only.
    { pdfStandard: 'a-3b' as never, pdfTags: true },
  )

process.on('message', async (work: Work) => {
  try {
    process.send?.({ pdf: render(work) })
  } catch (error) {
    process.send?.({ failure: String((error as Error).message ?? error) })
  }
  // Both are needed, or memory grows to gigabytes.
  compiler.evictCache(0)
  await setImmediate()
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
