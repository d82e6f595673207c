/** What the bench uses of autocannon, which ships no types. */
declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    duration: number
    requests: readonly { method: string; path: string; headers: Readonly<Record<string, string>> }[]
  }
  interface Result {
    requests: { average: number; total: number }
    latency: { p50: number; p97_5: number; p99: number }
    errors: number
    timeouts: number
    non2xx: number
    duration: number
    '2xx': number
  }
  const autocannon: (options: Options) => Promise<Result>

  // biome-ignore lint/style/noDefaultExport: what the package exports is not ours to name.
  export { autocannon as default }
}
