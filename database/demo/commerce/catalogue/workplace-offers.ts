import {
  choice,
  cloudSteps,
  committed,
  count,
  type DemoOffer,
  define,
  filled,
  is,
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

export const workplaceOffers: readonly DemoOffer[] = [
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
  {
    code: 'MYCLOUD3CX',
    family: 'cloud',
    name: t('MyCloud3CX', 'MyCloud3CX'),
    definition: define({
      summary: t('Votre IPBX 3CX dédié, hébergé et sauvegardé.', 'Your own 3CX exchange, hosted and backed up.'),
      description: t(
        "Une instance 3CX dédiée à votre entreprise, sur notre nuage, avec son trunk, ses mises à jour et sa sauvegarde quotidienne.\n\nVous l'administrez, ou votre intégrateur le fait pour vous.",
        'A 3CX instance of your own on our cloud, with its trunk, updates and daily backup.\n\nYou administer it, or your integrator does.',
      ),
      characteristics: [
        count('calls', t('Appels simultanés', 'Simultaneous calls'), 4, 192, { step: 4 }),
        choice('edition', t('Édition', 'Edition'), [
          ['pro', 'Pro', 'Pro'],
          ['enterprise', 'Enterprise', 'Enterprise'],
        ]),
        text('subdomain', t('Nom de l’instance', 'Name of the instance'), 30, {
          pattern: '[a-z][a-z0-9-]{2,28}[a-z0-9]',
          hint: t('Minuscules, chiffres et tirets', 'Lower-case letters, digits and hyphens'),
        }),
        plain('email', 'administrator', t("E-mail de l'administrateur", 'E-mail of the administrator')),
        yes('keep_licence', t('Je possède déjà une licence 3CX', 'I own a 3CX licence already')),
        text('licence_key', t('Clé de licence', 'Licence key'), 19, {
          when: filled('keep_licence'),
          pattern: '[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}',
          hint: t('Quatre groupes de quatre', 'Four groups of four'),
        }),
      ],
      quantityKey: 'calls',
      usagePlan: 'VOIX-ENTREPRISE',
      commitments: committed([12, 0], [24, 5], [36, 10]),
      steps: cloudSteps,
      services: [service('cloud_pbx', 'Instance MyCloud3CX', 'MyCloud3CX instance')],
    }),
    prices: [
      price('base', 200, 39),
      price('calls', 0, 5.5, [16, 0, 4.9], [48, 0, 4.2]),
      price('edition=enterprise', 0, 45),
      price('keep_licence', 50, 0),
      price('termination', 90, 0),
    ],
  },
  {
    code: 'MYCLOUD3CX-CALLS',
    family: 'cloud',
    name: t("Ajout d'appels simultanés MyCloud3CX", 'More simultaneous calls for MyCloud3CX'),
    addsTo: ['MYCLOUD3CX'],
    definition: define({
      summary: t('Votre instance grandit sans interruption.', 'Your instance grows without interruption.'),
      description: t(
        'Le nombre d’appels simultanés est relevé la nuit qui suit la livraison.',
        'The number of simultaneous calls is raised the night after delivery.',
      ),
      characteristics: [count('calls', t('Appels à ajouter', 'Calls to add'), 4, 96, { step: 4 })],
      quantityKey: 'calls',
      commitments: committed([0, 0], [12, 5]),
      steps: quickSteps,
      services: [],
    }),
    prices: [price('base', 15, 0), price('calls', 0, 5.5, [16, 0, 4.9])],
  },
  {
    code: 'BACKUP',
    family: 'cloud',
    name: t('Sauvegarde externalisée', 'Off-site backup'),
    definition: define({
      summary: t(
        'Vos serveurs et postes sauvegardés chaque nuit, chiffrés, en France.',
        'Your servers and computers backed up each night, encrypted, in France.',
      ),
      description: t(
        'La clé de chiffrement reste chez vous. Un essai de restauration est fait chaque trimestre.',
        'You keep the encryption key. A restoration is tried every quarter.',
      ),
      characteristics: [
        count('volume', t('Volume', 'Volume'), 100, 20_000, { step: 100, unit: t('Go', 'GB') }),
        choice('retention', t('Conservation', 'Retention'), [
          ['30d', '30 jours', '30 days'],
          ['1y', '1 an', '1 year'],
          ['5y', '5 ans', '5 years'],
        ]),
        plain('email', 'reports', t('E-mail des rapports', 'E-mail for reports')),
      ],
      commitments: committed([0, 0], [12, 10], [36, 20]),
      steps: cloudSteps,
      services: [service('option', 'Sauvegarde', 'Backup')],
    }),
    prices: [
      price('base', 50, 9),
      price('volume', 0, 0.06, [1000, 0, 0.05], [5000, 0, 0.04]),
      price('retention=1y', 0, 15),
      price('retention=5y', 0, 45),
    ],
  },
  {
    code: 'VIRTUAL-SERVER',
    family: 'cloud',
    name: t('Serveur virtuel', 'Virtual server'),
    definition: define({
      summary: t('Un serveur à la mesure de vos applications.', 'A server that fits your applications.'),
      description: t(
        'Processeurs, mémoire et disque choisis à l’unité ; supervision et instantanés compris.',
        'Processors, memory and disk chosen by the unit; monitoring and snapshots included.',
      ),
      characteristics: [
        count('processors', t('Processeurs', 'Processors'), 1, 32),
        count('memory', t('Mémoire', 'Memory'), 2, 256, { step: 2, unit: t('Go', 'GB') }),
        count('disk', t('Disque', 'Disk'), 20, 4000, { step: 10, unit: t('Go', 'GB') }),
        choice('system', t('Système', 'System'), [
          ['linux', 'Linux', 'Linux'],
          ['windows', 'Windows Server', 'Windows Server'],
        ]),
        text('host_name', t('Nom du serveur', 'Name of the server'), 15, {
          pattern: '[A-Za-z][A-Za-z0-9-]{1,14}',
          when: is('system', 'windows'),
        }),
        yes('managed', t('Infogérance', 'Managed')),
      ],
      commitments: committed([0, 0], [12, 10], [36, 20]),
      notice: { count: 10, unit: 'day' },
      steps: cloudSteps,
      services: [service('option', 'Serveur virtuel', 'Virtual server')],
    }),
    prices: [
      price('base', 0, 5),
      price('processors', 0, 6),
      price('memory', 0, 2.5),
      price('disk', 0, 0.1),
      price('system=windows', 0, 18),
      price('managed', 90, 79),
    ],
  },
]
