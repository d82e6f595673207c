import type { AdminOffer } from '#api/catalog/admin/offer-versions'
import { offerKindWords, offerStateWords, offerWords } from '#api/catalog/words'
import type { Words } from '#api/languages'
import { dayColumn, type ExportColumn, eurosColumn, numberColumn, textColumn } from '../../../platform/lists/export-columns.ts'

interface NamedFamily {
  readonly code: string
  readonly name: string
  readonly name_en: string
}

/** The carrier's list of offers as its spreadsheet opens it. */
export const offerColumns = (families: readonly NamedFamily[]): readonly ExportColumn<AdminOffer>[] => {
  const familyName = (code: string): Words | string => {
    const family = families.find((one) => one.code === code)
    return family ? { fr: family.name, en: family.name_en } : code
  }
  return [
    textColumn(offerWords.code, ({ code }) => code),
    textColumn(offerWords.name, ({ name }) => name.fr),
    textColumn(offerWords.nameEn, ({ name }) => name.en),
    textColumn(offerWords.family, ({ family }) => familyName(family)),
    textColumn(offerWords.kind, ({ kind }) => offerKindWords[kind]),
    textColumn(offerWords.state, ({ state }) => offerStateWords[state]),
    numberColumn(offerWords.current, ({ current }) => current?.number),
    dayColumn(offerWords.since, ({ current }) => current?.validFrom),
    dayColumn(offerWords.until, ({ current }) => current?.validUntil),
    numberColumn(offerWords.next, ({ next }) => next?.number),
    dayColumn(offerWords.from, ({ next }) => next?.validFrom),
    eurosColumn(offerWords.publicOneOff, ({ prices }) => prices.public?.oneOffCents),
    eurosColumn(offerWords.publicMonthly, ({ prices }) => prices.public?.monthlyCents),
    eurosColumn(offerWords.wholesaleOneOff, ({ prices }) => prices.wholesale?.oneOffCents),
    eurosColumn(offerWords.wholesaleMonthly, ({ prices }) => prices.wholesale?.monthlyCents),
    numberColumn(offerWords.runningOrders, ({ runningOrders }) => runningOrders),
    numberColumn(offerWords.runningContracts, ({ runningContracts }) => runningContracts),
  ]
}
