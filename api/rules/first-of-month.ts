const first = /(?<!\d)1 (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))/gu

/** Days in French words write the first of a month « 1er », which no locale data does; other texts come back as they are. */
export const withFirstOfMonth = (text: string): string => text.replace(first, '1er ')
