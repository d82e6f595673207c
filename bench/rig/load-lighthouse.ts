/** What the bench uses of a Lighthouse report. */
export interface LighthouseReport {
  readonly runtimeError?: { readonly message: string }
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }>
  >
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly numericValue?: number; readonly details?: unknown }>>
}

interface Lighthouse {
  readonly default: (url: string, flags: object, config: object) => Promise<{ readonly lhr: LighthouseReport } | undefined>
  readonly desktopConfig: object
}

/** Lighthouse lives in bench/tools, a package of its own: it brings a hundred packages that no installation of the portal should wait for. */
export const loadLighthouse = async (): Promise<Lighthouse> =>
  (await import(new URL('../tools/node_modules/lighthouse/core/index.js', import.meta.url).href)) as Lighthouse
