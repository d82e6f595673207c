/** An article of the terms of use. */
export interface Article {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** The text as it is kept: a heading line, then its paragraphs, separated by empty lines. */
export const writeArticles = (articles: readonly Article[]): string =>
  articles.map(({ title, paragraphs }) => [`## ${title}`, ...paragraphs].join('\n\n')).join('\n\n')

export const readArticles = (text: string): { title: string; paragraphs: string[] }[] =>
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...paragraphs] = part.split(/\n{2,}/).map((block) => block.trim())
      return { title, paragraphs: paragraphs.filter((paragraph) => paragraph !== '') }
    })
