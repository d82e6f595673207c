/** What is going on, for people: the figures have standard output to themselves. */
export const progress = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
