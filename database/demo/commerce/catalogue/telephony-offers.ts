import {
  choice,
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

const porting = [
  choice('numbers', t('Numéros', 'Numbers'), [
    ['new', 'Nouveaux numéros', 'New numbers'],
    ['ported', 'Conserver mes numéros (portabilité)', 'Keep my numbers (porting)'],
  ]),
  plain('phone', 'main_number', t('Numéro principal à conserver', 'Main number to keep'), { when: is('numbers', 'ported') }),
  text('rio', t('RIO', 'RIO'), 12, {
    when: is('numbers', 'ported'),
    pattern: '[A-Z0-9]{3}[A-Z0-9+]{9}',
    hint: t('Douze caractères, donnés par le 3179', 'Twelve characters, given by dialling 3179'),
  }),
]

const plan = choice('plan', t('Forfait', 'Plan'), [
  ['per_minute', 'À la minute', 'By the minute'],
  ['fixed', 'Illimité vers les fixes', 'Unlimited to landlines'],
  ['fixed_mobile', 'Illimité vers fixes et mobiles', 'Unlimited to landlines and mobiles'],
])

export const telephonyOffers: readonly DemoOffer[] = [
  {
    code: 'TRUNK-SIP',
    family: 'ip_telephony',
    name: t('TRUNK SIP', 'SIP TRUNK'),
    definition: define({
      summary: t('Votre IPBX raccordé au réseau, canal par canal.', 'Your PBX connected to the network, channel by channel.'),
      description: t(
        "Des appels simultanés à la mesure de votre entreprise : pour chaque canal souscrit, un appel entrant de plus est offert.\n\nL'accès se fait par enregistrement ou par adresse IP, avec une protection contre la fraude qui apprend vos usages.",
        'As many simultaneous calls as your company needs: each channel brings one more incoming call for free.\n\nAccess by registration or by IP address, with a protection against fraud that learns your habits.',
      ),
      characteristics: [
        count('channels', t('Canaux', 'Channels'), 2, 240, {
          unit: t('canaux', 'channels'),
          help: t('Appels simultanés sortants.', 'Simultaneous outgoing calls.'),
        }),
        plan,
        ...porting,
        choice('authentication', t('Authentification', 'Authentication'), [
          ['registration', 'Par enregistrement', 'By registration'],
          ['address', 'Par adresse IP', 'By IP address'],
        ]),
        plain('ip', 'pbx_address', t("Adresse IP de l'IPBX", 'IP address of the PBX'), { when: is('authentication', 'address') }),
        text('pbx_model', t("Modèle de l'IPBX", 'Model of the PBX'), 80, { optional: true }),
        yes('overflow', t('Débordement en cas de panne', 'Overflow in case of failure')),
        plain('phone', 'overflow_number', t('Numéro de débordement', 'Overflow number'), { when: filled('overflow') }),
      ],
      quantityKey: 'channels',
      freeIncomingPerUnit: 1,
      usagePlan: 'VOIX-ENTREPRISE',
      commitments: committed([12, 0], [24, 5], [36, 10]),
      steps: voiceSteps,
      services: [service('sip_trunk', 'Trunk SIP', 'SIP trunk')],
    }),
    prices: [
      price('base', 90, 9),
      price('channels', 0, 12, [10, 0, 10.5], [30, 0, 9], [60, 0, 7.5]),
      price('plan=fixed', 0, 15),
      price('plan=fixed_mobile', 0, 39),
      price('numbers=ported', 60, 0),
      price('overflow', 0, 4),
      price('termination', 60, 0),
    ],
  },
  {
    code: 'TRUNK-SIP-CHANNELS',
    family: 'ip_telephony',
    name: t('Ajout de canaux SIP sur un Trunk SIP existant', 'More SIP channels on an existing SIP trunk'),
    addsTo: ['TRUNK-SIP'],
    definition: define({
      summary: t(
        'Plus d’appels simultanés, en quelques jours et sans coupure.',
        'More simultaneous calls, within days and without interruption.',
      ),
      description: t(
        'Les canaux ajoutés rejoignent le trunk en service ; un appel entrant de plus est offert pour chacun.',
        'The channels join the running trunk; each brings one more incoming call for free.',
      ),
      characteristics: [count('channels', t('Canaux à ajouter', 'Channels to add'), 1, 100, { unit: t('canaux', 'channels') })],
      quantityKey: 'channels',
      freeIncomingPerUnit: 1,
      commitments: committed([0, 0], [12, 5], [36, 10]),
      steps: quickSteps,
      services: [],
    }),
    prices: [price('base', 15, 0), price('channels', 0, 12, [10, 0, 10.5])],
  },
  {
    code: 'SDA-BLOCK',
    family: 'ip_telephony',
    name: t('Ajout de numéros SDA', 'More direct numbers'),
    addsTo: ['TRUNK-SIP', 'METACENTREX', 'MYCLOUD3CX', 'NUMERIS-T0', 'NUMERIS-T2'],
    definition: define({
      summary: t('Des blocs de 10 numéros géographiques.', 'Blocks of 10 geographic numbers.'),
      description: t(
        "Des numéros consécutifs dans la zone de votre site, livrés et routés vers l'offre en service.",
        'Consecutive numbers in the area of your site, delivered and routed to the running offer.',
      ),
      characteristics: [
        count('blocks', t('Blocs de 10 numéros', 'Blocks of 10 numbers'), 1, 20),
        text('area', t('Zone (deux ou quatre premiers chiffres)', 'Area (first two or four digits)'), 4, {
          pattern: '0[1-5](?:\\d{2})?',
          hint: t('Par exemple 01 ou 0556', 'For example 01 or 0556'),
        }),
      ],
      commitments: committed([0, 0]),
      steps: quickSteps,
      services: [service('number_block', 'Bloc de 10 SDA', 'Block of 10 numbers', { characteristic: 'blocks' })],
    }),
    prices: [price('base', 20, 0), price('blocks', 10, 5, [5, 5, 4])],
  },
  {
    code: 'IP-LINE',
    family: 'ip_telephony',
    name: t('Ligne IP isolée', 'Single IP line'),
    definition: define({
      summary: t(
        'Une ligne et son adaptateur : fax, alarme, ascenseur, ligne de secours.',
        'A line and its adapter: fax, alarm, lift, spare line.',
      ),
      description: t(
        'Remplace une ligne analogique là où un accès Internet existe.',
        'Replaces an analogue line where there is an Internet access.',
      ),
      characteristics: [
        choice('equipment', t('Équipement raccordé', 'Connected equipment'), [
          ['phone', 'Téléphone', 'Telephone'],
          ['fax', 'Fax', 'Fax'],
          ['alarm', 'Alarme', 'Alarm'],
          ['lift', 'Ascenseur', 'Lift'],
        ]),
        text('alarm_company', t('Télésurveilleur', 'Monitoring company'), 80, { when: is('equipment', 'alarm', 'lift') }),
        ...porting,
      ],
      commitments: committed([0, 0], [12, 10]),
      steps: voiceSteps,
      services: [service('analogue_line', 'Ligne IP', 'IP line')],
    }),
    prices: [price('base', 39, 9.9), price('numbers=ported', 15, 0), price('termination', 0, 0)],
  },
  {
    code: 'SPECIAL-NUMBER',
    family: 'ip_telephony',
    name: t('Numéro vert et numéros spéciaux', 'Freephone and special numbers'),
    definition: define({
      summary: t('Un numéro 0 800 ou 09 qui suit votre organisation.', 'A 0 800 or 09 number that follows your organisation.'),
      description: t(
        'Routage horaire et par jour, messages et débordement : votre accueil reste joignable.',
        'Routing by hour and day, messages and overflow: your reception stays reachable.',
      ),
      characteristics: [
        choice('range', t('Tranche', 'Range'), [
          ['0800', '0 800, gratuit pour l’appelant', '0 800, free for callers'],
          ['0809', '0 809, banalisé', '0 809, standard rate'],
          ['09', '09, non géographique', '09, non-geographic'],
        ]),
        plain('phone', 'destination', t('Numéro d’arrivée', 'Destination number')),
        yes('schedule', t('Routage horaire', 'Routing by hour')),
        plain('email', 'voicemail', t('E-mail des messages', 'E-mail for messages'), { optional: true, when: filled('schedule') }),
      ],
      commitments: committed([12, 0]),
      steps: quickSteps,
      services: [service('option', 'Numéro spécial', 'Special number')],
    }),
    prices: [price('base', 75, 15), price('range=0800', 0, 10), price('schedule', 30, 8)],
  },
  {
    code: 'NUMERIS-T0',
    family: 'standard_telephony',
    name: t('Téléphonie standard - Accès Numéris T0', 'Standard telephony - ISDN T0 access'),
    definition: define({
      summary: t('Deux communications simultanées sur le réseau historique.', 'Two simultaneous calls over the historical network.'),
      description: t(
        "L'accès de base numérique, pour les autocommutateurs qui ne parlent pas encore IP. Sa fermeture suit celle du cuivre.",
        'The basic digital access, for exchanges that do not speak IP yet. It closes with copper.',
      ),
      characteristics: [
        count('accesses', t('Accès T0', 'T0 accesses'), 1, 8),
        ...porting,
        count('direct_numbers', t('Numéros SDA', 'Direct numbers'), 0, 100, { step: 5 }),
      ],
      quantityKey: 'accesses',
      commitments: committed([12, 0], [36, 5]),
      steps: voiceSteps,
      services: [service('analogue_line', 'Accès Numéris T0', 'ISDN T0 access', { characteristic: 'accesses' })],
    }),
    prices: [
      price('base', 60, 0),
      price('accesses', 60, 36.5, [4, 60, 33]),
      price('numbers=ported', 40, 0),
      price('direct_numbers', 0, 0.5),
      price('termination', 45, 0),
    ],
  },
  {
    code: 'NUMERIS-T2',
    family: 'standard_telephony',
    name: t('Téléphonie standard - Accès Numéris T2', 'Standard telephony - ISDN T2 access'),
    definition: define({
      summary: t(
        'De 15 à 30 communications simultanées sur le réseau historique.',
        '15 to 30 simultaneous calls over the historical network.',
      ),
      description: t(
        "L'accès primaire numérique pour les sites importants encore équipés d'un autocommutateur.",
        'The primary digital access for large sites that still have an exchange.',
      ),
      characteristics: [
        count('channels', t('Canaux', 'Channels'), 15, 30, { step: 5 }),
        ...porting,
        count('direct_numbers', t('Numéros SDA', 'Direct numbers'), 0, 500, { step: 10 }),
      ],
      quantityKey: 'channels',
      commitments: committed([24, 0], [36, 8]),
      steps: voiceSteps,
      services: [service('analogue_line', 'Accès Numéris T2', 'ISDN T2 access')],
    }),
    prices: [
      price('base', 450, 60),
      price('channels', 0, 9.5),
      price('numbers=ported', 60, 0),
      price('direct_numbers', 0, 0.4, [100, 0, 0.3]),
      price('termination', 150, 0),
    ],
  },
  {
    code: 'ANALOGUE-LINE',
    family: 'standard_telephony',
    name: t('Téléphonie standard - Ligne analogique', 'Standard telephony - Analogue line'),
    definition: define({
      summary: t('La ligne classique : téléphone, fax, terminal de paiement.', 'The classic line: telephone, fax, payment terminal.'),
      description: t(
        'Reprise de votre ligne avec son numéro, sur une seule facture. Plus de création depuis la fin du réseau commuté.',
        'Your line and its number taken over, on one bill. No creation since the switched network ended.',
      ),
      characteristics: [
        plain('phone', 'line_number', t('Numéro de la ligne', 'Number of the line')),
        count('lines', t('Lignes groupées', 'Grouped lines'), 1, 10),
        yes('caller_display', t("Présentation du numéro de l'appelant", 'Caller display')),
        yes('unlisted', t('Liste rouge', 'Unlisted')),
      ],
      quantityKey: 'lines',
      commitments: committed([0, 0], [12, 5]),
      steps: voiceSteps,
      services: [service('analogue_line', 'Ligne analogique', 'Analogue line', { characteristic: 'lines' })],
    }),
    prices: [price('base', 30, 0), price('lines', 0, 17.9), price('caller_display', 0, 1.5), price('termination', 0, 0)],
  },
]
