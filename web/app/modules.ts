import { type Icon, IconBuilding, IconPackage, IconShoppingCart, IconSteeringWheel } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { Session } from '#api/identity/sign-in/session'
import { pages } from '#api/pages'
import type { Template } from '#api/templates'
import { type Universe, universes } from '#api/universes'
import * as m from '#messages/shell'
import { sessionHolds } from '../platform/session.ts'

/** A page of a module: shown in the menu, on the home tile and in the palette to those who may open it. */
export interface ModuleEntry {
  readonly key: string
  readonly label: () => string
  /** Its route, under `/$universe`. */
  readonly to: NonNullable<LinkProps['to']>
  /** At least one of these rights; null = everybody of these universes. */
  readonly anyOf: readonly Template[] | null
  readonly universes: readonly Universe[]
  /** Pages reached from it whose addresses are not under its own: the menu shows where one is. */
  readonly alsoAt?: readonly string[]
}

export interface Module {
  readonly key: string
  readonly label: () => string
  /** Where the tile says more than the menu. */
  readonly tileLabel?: () => string
  readonly icon: Icon
  readonly entries: readonly ModuleEntry[]
}

/**
 * The modules in the order of the home page: Gestionnaire d'entreprises, Catalogue, Mes services, Messagerie, Facturation, Support, E-Boutique,
 * Matériels. A module is entered with its first page.
 */
const modules: readonly Module[] = [
  {
    key: 'company',
    label: m.module_company,
    tileLabel: m.module_company_tile,
    icon: IconBuilding,
    entries: [
      {
        key: 'my-company',
        label: m.entry_my_company,
        to: pages.company,
        anyOf: ['company.read'],
        universes,
        alsoAt: ['/entreprise/droits', '/entreprise/activite'],
      },
      { key: 'my-users', label: m.entry_my_users, to: pages.users, anyOf: ['company.read'], universes },
      {
        key: 'my-information',
        label: m.entry_my_information,
        to: pages.information,
        anyOf: null,
        universes,
      },
      {
        key: 'clients',
        label: m.entry_clients,
        to: pages.clients,
        anyOf: ['company.read'],
        universes: ['ambassador', 'operator'],
      },
      { key: 'companies', label: m.entry_companies, to: pages.clients, anyOf: ['company.read'], universes: ['carrier'] },
      {
        key: 'client-users',
        label: m.entry_client_users,
        to: pages.allUsers,
        anyOf: ['company.read'],
        universes: ['ambassador', 'operator'],
      },
      {
        key: 'all-users',
        label: m.entry_all_users,
        to: pages.allUsers,
        anyOf: ['company.read'],
        universes: ['carrier'],
      },
      {
        key: 'proposals',
        label: m.entry_proposals,
        to: pages.proposals,
        anyOf: ['company.read'],
        universes: ['carrier'],
      },
      {
        key: 'imports',
        label: m.entry_imports,
        to: pages.imports,
        anyOf: ['carrier.administer'],
        universes: ['carrier'],
      },
      {
        key: 'issuer',
        label: m.entry_issuer,
        to: pages.issuer,
        anyOf: ['carrier.administer', 'carrier.billing'],
        universes: ['carrier'],
      },
      {
        key: 'mails',
        label: m.entry_mails,
        to: pages.sentMails,
        anyOf: ['carrier.administer', 'carrier.support'],
        universes: ['carrier'],
      },
    ],
  },
  {
    key: 'catalog',
    label: m.module_catalog,
    icon: IconPackage,
    entries: [
      {
        key: 'catalog-offers',
        label: m.entry_catalog_offers,
        to: pages.offers,
        anyOf: ['carrier.catalog', 'carrier.administer'],
        universes: ['carrier'],
      },
      {
        key: 'price-lists',
        label: m.entry_price_lists,
        to: pages.priceLists,
        anyOf: ['carrier.catalog', 'carrier.administer'],
        universes: ['carrier'],
      },
      {
        key: 'contracted-offers',
        label: m.entry_contracted_offers,
        to: pages.subscriptions,
        anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.support', 'carrier.billing', 'carrier.administer'],
        universes,
      },
      {
        key: 'accountcodes',
        label: m.entry_accountcodes,
        to: pages.accountcodes,
        anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.support', 'carrier.billing', 'carrier.administer'],
        universes: ['ambassador', 'operator', 'carrier'],
      },
      {
        key: 'orders',
        label: m.entry_orders,
        to: pages.orders,
        anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.support', 'carrier.billing', 'carrier.administer'],
        universes,
      },
    ],
  },
  {
    key: 'e-shop',
    label: m.module_shop,
    icon: IconShoppingCart,
    entries: [
      {
        key: 'shop',
        label: m.entry_shop,
        to: pages.shop,
        anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.administer'],
        universes,
      },
      {
        key: 'basket',
        label: m.entry_basket,
        to: pages.basket,
        anyOf: ['orders.manage', 'carrier.pilot', 'carrier.administer'],
        universes,
      },
      {
        key: 'purchase-requests',
        label: m.entry_purchase_requests,
        to: pages.requests,
        anyOf: ['orders.manage'],
        universes: ['operator'],
      },
      {
        key: 'resale-prices',
        label: m.entry_resale_prices,
        to: pages.resalePrices,
        anyOf: ['orders.manage'],
        universes: ['operator'],
      },
    ],
  },
  {
    key: 'delivery',
    label: m.module_delivery,
    icon: IconSteeringWheel,
    entries: [
      {
        key: 'delivery',
        label: m.entry_delivery,
        to: pages.queue,
        anyOf: ['carrier.pilot', 'carrier.administer'],
        universes: ['carrier'],
      },
    ],
  },
]

/** Under pages of the company, yet everybody's: whoever has an access reads the subscriptions; the API says of which companies. */
const everybodysPage = /^entreprise\/(ma-societe|clients\/[^/]+)(\/contacts(\/[^/]+)?)?\/notifications\/?$/

/** An address of the menu that this universe or these rights do not have: it is answered as one that does not exist. */
export const isOutOfReach = (session: Session, universe: Universe, path: string): boolean => {
  const page = path.split('/').slice(2).join('/')
  if (everybodysPage.test(page)) return false
  const holds = ({ to }: ModuleEntry) => `${page}/`.startsWith(`${to.slice('/$universe/'.length)}/`)
  return modules.some((module) => module.entries.some(holds)) && !modulesFor(session, universe).some((module) => module.entries.some(holds))
}

/** The modules of a universe with the pages that this person may open. */
export const modulesFor = (session: Session, universe: Universe): readonly Module[] =>
  modules
    .map((module) => ({
      ...module,
      entries: module.entries.filter(
        (entry) =>
          entry.universes.includes(universe) &&
          (entry.anyOf === null || entry.anyOf.some((template) => sessionHolds(session, universe, template))),
      ),
    }))
    .filter((module) => module.entries.length > 0)
