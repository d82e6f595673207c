import type { IdentityStore, RequestInfo } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { networkOf } from './networks.ts'
import type { Place } from './sign-in-delays.ts'

const placesOf = (request: RequestInfo) => [networkOf(request.ip), ...(request.deviceHash ? [request.deviceHash.toString('hex')] : [])]

/** Query of the known places of a person that this request comes from. */
const matchingPlaces = (userId: string, request: RequestInfo) =>
  db.selectFrom('known_places').select('kind').where('user_id', '=', userId).where('place', 'in', placesOf(request))

export const placeFrom = (rows: readonly { kind: string }[]): Place =>
  rows.some((row) => row.kind === 'device') ? 'known_device' : rows.length > 0 ? 'known_network' : 'unknown'

export const placeOf = async (identity: IdentityStore, userId: string, request: RequestInfo): Promise<Place> => {
  const { places } = await identity.read({ places: matchingPlaces(userId, request) })
  return placeFrom(places)
}

/** Remembers the network and the device of a complete session. @returns true when neither was known though others were. */
export const rememberPlaces = async (tx: Transaction, userId: string, request: RequestInfo, deviceHash: Buffer): Promise<boolean> => {
  const known = await tx.all(db.selectFrom('known_places').select(['kind', 'place']).where('user_id', '=', userId))
  const here = placesOf(request)
  const isStranger = known.length > 0 && !known.some(({ place }) => here.includes(place))
  const seen = { user_id: userId, first_seen_at: tx.now, last_seen_at: tx.now }
  await tx.run(
    db
      .insertInto('known_places')
      .values([
        { ...seen, kind: 'network', place: networkOf(request.ip) },
        { ...seen, kind: 'device', place: deviceHash.toString('hex') },
      ])
      .onConflict((conflict) => conflict.columns(['user_id', 'kind', 'place']).doUpdateSet({ last_seen_at: tx.now })),
  )
  return isStranger
}
