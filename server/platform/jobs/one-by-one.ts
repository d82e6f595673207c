/**
 * Works through a list for which one failure must not keep the rest from being done. Everything is tried; then the job fails, so that it is
 * seen and run again, with the names of what could not be done.
 * @throws Error once all were tried, or at once when the worker stops.
 */
export const oneByOne = async <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> => {
  const failures: { readonly name: string; readonly cause: unknown }[] = []
  for (const item of items) {
    signal?.throwIfAborted()
    try {
      await work(item)
    } catch (cause) {
      failures.push({ name: nameOf(item), cause })
    }
  }
  const [first] = failures
  if (!first) return
  const names = failures.map(({ name }) => name)
  const shown = `${names.slice(0, 20).join(', ')}${names.length > 20 ? '…' : ''}`
  throw new Error(`${failures.length} of ${items.length} failed: ${shown}`, { cause: first.cause })
}
