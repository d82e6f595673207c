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
  yes,
} from './offer-parts.ts'

export const cloudOffers: readonly DemoOffer[] = [
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
