import type { AdminOfferPage, OfferVersion } from '#api/catalog/admin/offer-versions'
import { dayOf } from '../../../platform/clock.ts'
import type { Reader } from '../../../platform/context.ts'
import { found } from '../../../platform/db/questions.ts'
import { presentOfferPage, presentVersion } from './admin.presenter.ts'
import * as catalog from './admin.repository.ts'

/** An offer with its versions, as the carrier edits it. @throws Problem not_found */
export const readOffer = async ({ read, request }: Reader, code: string): Promise<AdminOfferPage> => {
  const today = dayOf(request.now).toString()
  const { scope, offer, versions } = await read({ offer: found(catalog.offer(code, today)), versions: catalog.versionsOf(code) })
  return presentOfferPage(scope, offer, versions, today)
}

/** A version of an offer with its prices and sheets. @throws Problem not_found */
export const readVersion = async ({ read, request }: Reader, code: string, number: number): Promise<OfferVersion> => {
  const { scope, version, prices, sheets } = await read({
    version: found(catalog.version(code, number)),
    prices: catalog.pricesOfVersion(code, number),
    sheets: catalog.sheetsOfVersion(code, number),
  })
  return presentVersion(scope, version, prices, sheets, dayOf(request.now).toString())
}
