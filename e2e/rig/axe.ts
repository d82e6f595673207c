import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules about colours: what else a page is does not change with its scheme. */
export const colourRules = ['color-contrast', 'link-in-text-block'] as const

export interface Violation {
  readonly id: string
  readonly help: string
  /** Of each element at fault: where it is, and how it begins. */
  readonly nodes: readonly { readonly target: string; readonly html: string }[]
}

/** What breaks WCAG 2.1 A or AA, or the good practices that axe knows, in what a page shows now; by some rules, or all. */
export const violationsOf = async (page: Page, rules?: readonly string[]): Promise<Violation[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  // What passes is not told: thousands of elements would be described for nobody.
  const options: RunOptions = { resultTypes: ['violations'], ...(rules ? { runOnly: [...rules] } : {}) }
  return page.evaluate(async (told) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(told)
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, html }) => ({ target: target.join(' '), html: html.slice(0, 200) })),
    }))
  }, options)
}
