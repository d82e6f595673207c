import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'

/** The companies and people that are always in the demonstration, under fixed references. */

export interface CastCompany {
  readonly number: number
  readonly name: string
  readonly universes: readonly Universe[]
  /** Number of the partner. */
  readonly ambassador?: number
  readonly operator?: number
  readonly town: string
  readonly size: string
}

export const cast: readonly CastCompany[] = [
  { number: 1, name: 'OpenIP Démonstration', universes: ['carrier'], town: 'Clichy', size: 'intermediate' },
  { number: 2, name: 'Ma Société', universes: ['client'], ambassador: 11, town: 'Clichy', size: 'small' },
  { number: 10, name: 'Horizon Télécom', universes: ['operator', 'client'], town: 'Lyon', size: 'intermediate' },
  { number: 11, name: 'Réseau Conseil', universes: ['ambassador', 'client'], town: 'Nantes', size: 'small' },
  { number: 12, name: 'Atlantique Réseaux', universes: ['operator'], town: 'Brest', size: 'small' },
  { number: 13, name: 'Cabinet Lenoir & Associés', universes: ['client'], operator: 10, town: 'Villeurbanne', size: 'micro' },
  { number: 14, name: 'Client 1 du revendeur présentation', universes: ['client'], ambassador: 11, town: 'Bordeaux', size: 'micro' },
  { number: 15, name: 'Voiles du Ponant', universes: ['client'], operator: 12, town: 'Brest', size: 'small' },
]

export interface CastPerson {
  readonly login: number
  readonly firstName: string
  readonly lastName: string
  readonly displayName?: string
  readonly company: number
  readonly jobTitle: string
  readonly administrator?: true
  readonly right?: {
    readonly name: string
    readonly universe: Universe
    readonly templates: readonly Template[]
    readonly site?: 'Bordeaux'
  }
  /** Has not accepted the terms of use yet. */
  readonly newcomer?: true
}

export const people: readonly CastPerson[] = [
  { login: 1, firstName: 'Marianne', lastName: 'Vidal', company: 1, jobTitle: 'Responsable du portail', administrator: true },
  { login: 2, firstName: 'Thierry', lastName: 'Chevalier', company: 10, jobTitle: 'Directeur technique', administrator: true },
  { login: 3, firstName: 'Sandrine', lastName: 'Aubert', company: 11, jobTitle: 'Gérante', administrator: true },
  { login: 4, firstName: 'Camille', lastName: 'Bernard', company: 2, jobTitle: 'Office manager', administrator: true },
  {
    login: 5,
    firstName: 'Hugo',
    lastName: 'Faure',
    company: 2,
    jobTitle: 'Technicien réseau',
    right: { name: 'Technique Bordeaux', universe: 'client', templates: ['services.read'], site: 'Bordeaux' },
  },
  {
    login: 6,
    firstName: 'Nadia',
    lastName: 'Petit',
    company: 2,
    jobTitle: 'Comptable',
    right: { name: 'Comptabilité', universe: 'client', templates: ['billing.read'] },
  },
  { login: 7, firstName: 'Inès', lastName: 'Lenoir', company: 13, jobTitle: 'Associée', administrator: true },
  {
    login: 8,
    firstName: 'Théo',
    lastName: 'Morel',
    company: 2,
    jobTitle: 'Assistant commercial',
    right: { name: 'Consultation de la société', universe: 'client', templates: ['company.read'] },
    newcomer: true,
  },
  {
    login: 9,
    firstName: 'Céline',
    lastName: 'Bonnet',
    displayName: 'Céline B.',
    company: 1,
    jobTitle: 'Chargée de déploiement',
    right: { name: 'Pilotage des livraisons', universe: 'carrier', templates: ['carrier.pilot', 'carrier.support'] },
  },
]
