import {
  choice,
  cloudSteps,
  committed,
  count,
  type DemoOffer,
  define,
  filled,
  plain,
  price,
  quickSteps,
  service,
  t,
  text,
  voiceSteps,
  yes,
} from './offer-parts.ts'

const licences = (minimum: number) => [
  count('simple_licences', t('Licences Simple', 'Simple licences'), minimum, 500),
  count('switchboard_licences', t('Licences Standardiste', 'Switchboard licences'), 0, 50, { optional: true }),
  count('ivr_licences', t('Licences SVI', 'Voice menu licences'), 0, 20, { optional: true }),
  count('fax_licences', t('Licences Fax entreprise', 'Company fax licences'), 0, 50, { optional: true }),
]
const licencePrices = [
  price('simple_licences', 0, 9.9, [20, 0, 8.9], [50, 0, 7.9]),
  price('switchboard_licences', 0, 19.9),
  price('ivr_licences', 50, 14.9),
  price('fax_licences', 0, 6.9),
]
const licenceServices = [
  service('centrex_licence', 'Licence simple', 'Simple licence', { characteristic: 'simple_licences' }),
  service('centrex_licence', 'Licence standardiste', 'Switchboard licence', { characteristic: 'switchboard_licences' }),
  service('centrex_licence', 'Licence SVI', 'Voice menu licence', { characteristic: 'ivr_licences' }),
  service('centrex_licence', 'Licence fax entreprise', 'Company fax licence', { characteristic: 'fax_licences' }),
]

export const unifiedOffers: readonly DemoOffer[] = [
  {
    code: 'METACENTREX',
    family: 'unified_communications',
    name: t('MetaCentrex', 'MetaCentrex'),
    definition: define({
      summary: t(
        'La téléphonie de tous vos sites, hébergée, licence par licence.',
        'The telephony of all your sites, hosted, licence by licence.',
      ),
      description: t(
        'Un standard hébergé commun à vos sites : chaque personne a sa licence, son numéro et ses postes, au bureau comme en déplacement.\n\nSVI, groupes d’appels, standardiste et fax se choisissent licence par licence et se complètent à tout moment.',
        'One hosted exchange for all your sites: each person has a licence, a number and devices, at the office or on the move.\n\nVoice menus, hunt groups, switchboard and fax are chosen licence by licence and completed at any time.',
      ),
      characteristics: [
        ...licences(3),
        choice('plan', t('Forfait', 'Plan'), [
          ['fixed', 'Illimité vers les fixes', 'Unlimited to landlines'],
          ['fixed_mobile', 'Illimité vers fixes et mobiles', 'Unlimited to landlines and mobiles'],
        ]),
        yes('recording', t('Enregistrement des appels', 'Call recording')),
        plain('email', 'recording_owner', t('Responsable des enregistrements', 'Owner of the recordings'), {
          when: filled('recording'),
          help: t('Les salariés doivent en être informés.', 'Employees must be told.'),
        }),
        plain('site', 'reception_site', t("Site de l'accueil", 'Site of the reception'), { optional: true }),
      ],
      quantityKey: 'simple_licences',
      usagePlan: 'VOIX-CENTREX',
      commitments: committed([12, 0], [24, 5], [36, 10]),
      sites: 'several',
      steps: voiceSteps,
      services: [service('centrex', 'Plateforme MetaCentrex', 'MetaCentrex platform'), ...licenceServices],
    }),
    prices: [
      price('base', 150, 29),
      ...licencePrices,
      price('plan=fixed_mobile', 0, 35),
      price('recording', 0, 25),
      price('termination', 90, 0),
    ],
  },
  {
    code: 'CENTREX-LICENCES',
    family: 'unified_communications',
    name: t('Ajout de licences Centrex', 'More Centrex licences'),
    addsTo: ['METACENTREX'],
    definition: define({
      summary: t('De nouvelles personnes sur votre MetaCentrex.', 'New people on your MetaCentrex.'),
      description: t(
        'Les licences ajoutées sont prêtes à être attribuées dès leur livraison.',
        'The licences are ready to be assigned as soon as delivered.',
      ),
      characteristics: licences(1),
      quantityKey: 'simple_licences',
      commitments: committed([0, 0], [12, 5], [36, 10]),
      steps: quickSteps,
      services: licenceServices,
    }),
    prices: [price('base', 10, 0), ...licencePrices],
  },
  {
    code: 'CENTREX-OPTIONS',
    family: 'unified_communications',
    name: t("Ajout d'options Centrex", 'More Centrex options'),
    addsTo: ['METACENTREX'],
    definition: define({
      summary: t('Superviseur, Fax2Mail, numéros à présenter.', 'Supervisor, Fax2Mail, numbers to present.'),
      description: t('Des options à attribuer ensuite, personne par personne.', 'Options to be assigned person by person.'),
      characteristics: [
        choice('option', t('Option', 'Option'), [
          ['supervisor', 'Superviseur', 'Supervisor'],
          ['fax2mail', 'Fax2Mail', 'Fax2Mail'],
          ['presentation', 'Numéro à présenter', 'Number to present'],
        ]),
        count('options', t('Nombre', 'Number'), 1, 50),
      ],
      quantityKey: 'options',
      commitments: committed([0, 0]),
      steps: quickSteps,
      services: [service('option', 'Option Centrex', 'Centrex option', { characteristic: 'options' })],
    }),
    prices: [price('base', 10, 0), price('options', 0, 4, [10, 0, 3])],
  },
  {
    code: 'TEAM-MEETINGS',
    family: 'unified_communications',
    name: t("Visioconférence et messagerie d'équipe", 'Video meetings and team messages'),
    definition: define({
      summary: t('Se voir, s’écrire et partager, hébergé en France.', 'Meet, write and share, hosted in France.'),
      description: t(
        'Réunions jusqu’à 100 participants, salons permanents et partage de fichiers, sur navigateur et téléphone.',
        'Meetings up to 100 people, permanent rooms and file sharing, in browsers and on telephones.',
      ),
      characteristics: [
        count('members', t('Personnes', 'People'), 5, 1000, { step: 5 }),
        text('domain', t('Domaine', 'Domain'), 60, {
          pattern: '[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?(?:\\.[a-z0-9-]{2,20}){1,2}',
          hint: t('Par exemple equipe.exemple.fr', 'For example team.example.com'),
        }),
        yes('large_meetings', t('Réunions jusqu’à 500 participants', 'Meetings up to 500 people')),
      ],
      quantityKey: 'members',
      commitments: committed([0, 0], [12, 15]),
      notice: { count: 10, unit: 'day' },
      steps: cloudSteps,
      services: [service('option', 'Espace d’équipe', 'Team space')],
    }),
    prices: [price('base', 0, 0), price('members', 0, 4.5, [50, 0, 3.9], [200, 0, 2.9]), price('large_meetings', 0, 30)],
  },
  {
    code: 'FAX-BY-MAIL',
    family: 'unified_communications',
    name: t('Fax par e-mail', 'Fax by e-mail'),
    definition: define({
      summary: t('Recevoir et envoyer des fax sans télécopieur.', 'Receive and send faxes without a fax machine.'),
      description: t(
        'Un numéro de fax dont les documents arrivent par e-mail en PDF.',
        'A fax number whose documents come by e-mail as PDF.',
      ),
      characteristics: [
        count('boxes', t('Numéros de fax', 'Fax numbers'), 1, 50),
        plain('email', 'delivery', t('E-mail de réception', 'E-mail for reception')),
      ],
      quantityKey: 'boxes',
      commitments: committed([0, 0], [12, 10]),
      steps: quickSteps,
      services: [service('option', 'Fax par e-mail', 'Fax by e-mail', { characteristic: 'boxes' })],
    }),
    prices: [price('base', 15, 0), price('boxes', 0, 5.9, [10, 0, 4.9])],
  },
]
