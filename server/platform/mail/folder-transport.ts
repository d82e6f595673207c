import { mkdir, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { oneLine } from './render-mail.ts'
import type { MailTransport } from './transport.ts'

/** Without MAIL_URL: each mail is an `.eml` file that any mail program opens, in the order of time. */
export const createFolderTransport = (folder: string): MailTransport => ({
  async deliver(_envelope, message, { name, leaves = async () => true }) {
    const file = join(folder, `${name.replaceAll(/[^\w.@+-]+/g, '_')}.eml`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(`${file}.part`, message)
      if (!(await leaves())) {
        await unlink(`${file}.part`)
        return { outcome: 'withheld' }
      }
      await rename(`${file}.part`, file)
      return { outcome: 'sent' }
    } catch (error) {
      return { outcome: 'retry', reason: oneLine((error as Error).message) }
    }
  },
  close: async () => undefined,
})
