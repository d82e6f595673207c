import { sql } from 'kysely'
import {
  changeOfferState,
  createOffer as createEndpoint,
  deleteOfferVersion,
  draftOfferVersion,
  endOfferVersion,
  listAdminOffers,
  publishOfferVersion,
  readAdminOffer,
  readOfferVersion,
  updateOffer as updateEndpoint,
  writeOfferVersion,
} from '#api/catalog/admin/offer-versions'
import { dayOf } from '../../../platform/clock.ts'
import { keyset } from '../../../platform/db/keyset.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { listRoutes } from '../../../platform/lists/list-routes.ts'
import { presentFamilyAndContent } from '../families/families.presenter.ts'
import { familiesAndContent } from '../families/families.repository.ts'
import { presentOffer } from './admin.presenter.ts'
import * as catalog from './admin.repository.ts'
import { mayEditCatalog } from './catalog.policy.ts'
import { offerColumns } from './offer-columns.ts'
import { sheetRoutes } from './offer-sheets.ts'
import { priceListRoutes } from './prices/price-lists.routes.ts'
import { readOffer, readVersion } from './read-offer.ts'
import { createOffer, moveOffer, updateOffer } from './write-offer.ts'
import { deleteVersion, draftVersion, endVersion, publishVersion, writeVersion } from './write-version.ts'

const list = listRoutes(listAdminOffers, {
  page: ({ filters, now }, order) =>
    keyset(catalog.offersMatching(dayOf(now).toString(), filters), { sorts: catalog.offerSorts, tie: sql`o.id`, ...order }),
  also: () => ({ families: familiesAndContent() }),
  beside: (scope, { families }) => ({ families: families.map(presentFamilyAndContent), abilities: { edit: mayEditCatalog(scope) } }),
  present: () => presentOffer,
  file: { name: { fr: 'offres', en: 'offers' }, columns: (_, { families }) => offerColumns(families) },
})

const read = route(readAdminOffer, (ctx, { params }) => readOffer(ctx, params.offer))
const readOne = route(readOfferVersion, (ctx, { params }) => readVersion(ctx, params.offer, params.number))
const create = route(createEndpoint, (ctx, { body }) => ctx.write((tx) => createOffer(tx, body)))
const update = route(updateEndpoint, (ctx, { params, body }) => ctx.write((tx) => updateOffer(tx, params.offer, body)))
const move = route(changeOfferState, (ctx, { params, body }) => ctx.write((tx) => moveOffer(tx, params.offer, body)))
const draft = route(draftOfferVersion, (ctx, { params, body }) => ctx.write((tx) => draftVersion(tx, params.offer, body)))
const write = route(writeOfferVersion, (ctx, { params, body }) => ctx.write((tx) => writeVersion(tx, params.offer, params.number, body)))
const publish = route(publishOfferVersion, (ctx, { params, body }) =>
  ctx.write((tx) => publishVersion(tx, params.offer, params.number, body.revision)),
)
const end = route(endOfferVersion, (ctx, { params, body }) => ctx.write((tx) => endVersion(tx, params.offer, params.number, body)))
const remove = route(deleteOfferVersion, (ctx, { params }) => ctx.write((tx) => deleteVersion(tx, params.offer, params.number)))

export const catalogAdminRoutes = ({ files }: { readonly files: FileStore }): Route[] => [
  ...list,
  read,
  readOne,
  create,
  update,
  move,
  draft,
  write,
  publish,
  end,
  remove,
  ...sheetRoutes(files),
  ...priceListRoutes,
]
