import {
  choice,
  committed,
  contract,
  copperSteps,
  count,
  type DemoOffer,
  define,
  fibreSteps,
  filled,
  is,
  plain,
  price,
  quickSteps,
  service,
  shippingSteps,
  t,
  text,
  yes,
} from './offer-parts.ts'

const restoring = choice('guaranteed_repair', t('Garantie de rétablissement', 'Guaranteed repair time'), [
  ['standard', 'J+1, jours ouvrés', 'Next working day'],
  ['4h_office', '4 heures, heures ouvrées', '4 hours, office hours'],
  ['4h_always', '4 heures, 24 h/24 et 7 j/7', '4 hours, around the clock'],
])
const line = text('line_number', t('Numéro de la ligne support (ND)', 'Number of the supporting line'), 20, {
  pattern: '0[1-5]\\d{8}',
  hint: t('Dix chiffres, par exemple 0199001234', 'Ten digits, for example 0199001234'),
  optional: true,
})

export const internetOffers: readonly DemoOffer[] = [
  {
    code: 'FIBRE-ENTREPRISE',
    family: 'internet_access',
    name: t('FIBRE OPTIQUE ENTREPRISE', 'BUSINESS FIBRE'),
    definition: define({
      summary: t(
        'Fibre dédiée, débit symétrique garanti de 10 Mbit/s à 1 Gbit/s.',
        'Dedicated fibre, guaranteed symmetric rate from 10 Mbit/s to 1 Gbit/s.',
      ),
      description: t(
        "Une fibre de bout en bout pour votre seul site, avec un débit garanti dans les deux sens et une garantie de temps de rétablissement.\n\nUne étude précède chaque commande : si des travaux d'adduction s'ajoutent, ils vous sont annoncés avant la livraison.",
        'A fibre from end to end for your site alone, with a rate guaranteed both ways and a guaranteed repair time.\n\nA study comes before each delivery: ducting works, if any, are told beforehand.',
      ),
      characteristics: [
        choice('rate', t('Débit symétrique', 'Symmetric rate'), [
          ['10m', '10 Mbit/s', '10 Mbit/s'],
          ['20m', '20 Mbit/s', '20 Mbit/s'],
          ['50m', '50 Mbit/s', '50 Mbit/s'],
          ['100m', '100 Mbit/s', '100 Mbit/s'],
          ['200m', '200 Mbit/s', '200 Mbit/s'],
          ['500m', '500 Mbit/s', '500 Mbit/s'],
          ['1g', '1 Gbit/s', '1 Gbit/s'],
        ]),
        restoring,
        count('public_addresses', t('Adresses IPv4 publiques', 'Public IPv4 addresses'), 1, 16),
        text('room', t('Local technique', 'Technical room'), 80, {
          help: t('Étage, porte, baie : là où la fibre doit arriver.', 'Floor, door, rack: where the fibre must come.'),
        }),
        yes('owner_agreement', t("L'accord du propriétaire des murs est acquis", "The landlord's agreement is given")),
        plain('file', 'agreement_file', t('Accord du propriétaire (PDF)', "Landlord's agreement (PDF)"), {
          when: filled('owner_agreement'),
          optional: true,
        }),
        yes('backup', t('Secours 4G / 5G', '4G / 5G backup')),
        choice(
          'backup_data',
          t('Données du secours', 'Data of the backup'),
          [
            ['50g', '50 Go par mois', '50 GB per month'],
            ['unlimited', 'Illimitées', 'Unlimited'],
          ],
          { when: filled('backup') },
        ),
      ],
      commitments: committed([12, 0], [24, 5], [36, 12], [60, 18]),
      steps: fibreSteps,
      services: [service('internet_access', 'Fibre optique entreprise', 'Business fibre')],
    }),
    prices: [
      price('base', 350, 190),
      price('rate=20m', 0, 30),
      price('rate=50m', 0, 90),
      price('rate=100m', 0, 160),
      price('rate=200m', 0, 240),
      price('rate=500m', 150, 390),
      price('rate=1g', 300, 590),
      price('guaranteed_repair=4h_office', 0, 25),
      price('guaranteed_repair=4h_always', 0, 45),
      price('public_addresses', 0, 2),
      price('backup', 90, 19),
      price('backup_data=unlimited', 0, 20),
      price('termination', 150, 0),
    ],
  },
  {
    code: 'FTTH-PRO',
    family: 'internet_access',
    name: t('Fibre FTTH Pro', 'FTTH Pro fibre'),
    definition: define({
      summary: t(
        'Fibre mutualisée, jusqu’à 1 Gbit/s descendant, avec adresse IP fixe.',
        'Shared fibre, up to 1 Gbit/s down, with a fixed IP address.',
      ),
      description: t(
        "La fibre jusqu'au site, partagée, pour les bureaux et commerces de quelques personnes.\n\nUn routeur est fourni ; une adresse IPv4 fixe est comprise.",
        'Fibre to the site, shared, for offices and shops of a few people.\n\nA router is provided; one fixed IPv4 address is included.',
      ),
      characteristics: [
        choice('rate', t('Débit', 'Rate'), [
          ['500m', '500 / 200 Mbit/s', '500 / 200 Mbit/s'],
          ['1g', '1 Gbit/s / 500 Mbit/s', '1 Gbit/s / 500 Mbit/s'],
        ]),
        text('socket', t('Référence de la prise optique (PTO)', 'Reference of the optical socket'), 20, {
          pattern: '[A-Z]{2}-\\d{4}-\\d{4}-\\d{4}',
          hint: t('Par exemple FI-1234-5678-9012', 'For example FI-1234-5678-9012'),
          optional: true,
        }),
        yes('static_block', t('Bloc de 8 adresses', 'Block of 8 addresses')),
        text('block_reason', t('Usage du bloc', 'Use of the block'), 200, { when: filled('static_block') }),
      ],
      steps: copperSteps,
      services: [service('internet_access', 'Fibre FTTH Pro', 'FTTH Pro fibre')],
    }),
    prices: [price('base', 99, 44.9), price('rate=1g', 0, 10), price('static_block', 50, 15), price('termination', 59, 0)],
  },
  {
    code: 'ADSL-VDSL',
    family: 'internet_access',
    name: t('Accès Internet ADSL / VDSL', 'ADSL / VDSL Internet access'),
    definition: define({
      summary: t(
        'Internet sur la ligne de cuivre, tant que la commune n’est pas fermée.',
        'Internet over the copper line, as long as the town is not closed.',
      ),
      description: t(
        'Un accès économique sur votre ligne téléphonique ou sur une ligne créée pour lui.\n\nLe cuivre ferme commune par commune : la date de fermeture vous est indiquée à la commande.',
        'An economical access over your telephone line or one made for it.\n\nCopper closes town by town: the closing date is told when ordering.',
      ),
      characteristics: [
        choice('line', t('Ligne', 'Line'), [
          ['existing', 'Sur une ligne existante', 'Over an existing line'],
          ['new', 'Ligne à construire (dégroupage total)', 'Line to build (full unbundling)'],
        ]),
        { ...line, required: true, when: is('line', 'existing') },
        plain('date', 'building_access', t("Première date d'accès au bâtiment", 'First date of access to the building'), {
          when: is('line', 'new'),
          optional: true,
        }),
        choice('modem', t('Modem', 'Modem'), [
          ['none', 'Aucun', 'None'],
          ['standard', 'Modem routeur', 'Router modem'],
          ['wifi', 'Modem routeur Wi-Fi', 'Wi-Fi router modem'],
        ]),
        restoring,
      ],
      steps: copperSteps,
      services: [service('internet_access', 'Accès ADSL / VDSL', 'ADSL / VDSL access')],
    }),
    prices: [
      price('base', 49, 34.9),
      price('line=new', 80, 9),
      price('modem=standard', 0, 3),
      price('modem=wifi', 0, 5),
      price('guaranteed_repair=4h_office', 0, 15),
      price('guaranteed_repair=4h_always', 0, 29),
      price('termination', 49, 0),
    ],
  },
  {
    code: 'SDSL',
    family: 'internet_access',
    name: t('Accès Internet SDSL', 'SDSL Internet access'),
    state: 'withdrawn',
    definition: define({
      summary: t('Débit symétrique garanti sur cuivre, 1 à 8 paires.', 'Guaranteed symmetric rate over copper, 1 to 8 pairs.'),
      description: t(
        "Offre fermée à la vente : la fibre la remplace. Les contrats en cours continuent jusqu'à la fermeture du cuivre.",
        'Closed to new orders: fibre replaces it. Running contracts go on until copper closes.',
      ),
      characteristics: [count('pairs', t('Paires', 'Pairs'), 1, 8), restoring],
      quantityKey: 'pairs',
      steps: copperSteps,
      services: [service('internet_access', 'Accès SDSL', 'SDSL access')],
    }),
    prices: [
      price('base', 250, 49),
      price('pairs', 0, 35),
      price('guaranteed_repair=4h_office', 0, 20),
      price('guaranteed_repair=4h_always', 0, 39),
      price('termination', 100, 0),
    ],
  },
  {
    code: 'MOBILE-INTERNET',
    family: 'internet_access',
    name: t('Accès Internet 4G / 5G', '4G / 5G Internet access'),
    definition: define({
      summary: t(
        'Un site connecté en quelques jours, ou un secours de la fibre.',
        'A site connected within days, or a backup of the fibre.',
      ),
      description: t(
        'Un routeur 4G / 5G et sa carte SIM, en accès principal ou en secours automatique d’un autre accès.',
        'A 4G / 5G router and its SIM card, as main access or as automatic backup of another one.',
      ),
      characteristics: [
        choice('use', t('Usage', 'Use'), [
          ['main', 'Accès principal', 'Main access'],
          ['backup', "Secours d'un accès existant", 'Backup of an existing access'],
        ]),
        contract('backed_up', t('Accès à secourir', 'Access to back up'), ['FIBRE-ENTREPRISE', 'FTTH-PRO', 'ADSL-VDSL', 'SDSL'], {
          when: is('use', 'backup'),
        }),
        choice('data', t('Données', 'Data'), [
          ['50g', '50 Go par mois', '50 GB per month'],
          ['200g', '200 Go par mois', '200 GB per month'],
          ['unlimited', 'Illimitées', 'Unlimited'],
        ]),
        yes('outdoor_antenna', t('Antenne extérieure', 'Outdoor antenna')),
      ],
      commitments: committed([0, 0], [12, 5], [24, 10]),
      steps: shippingSteps,
      services: [service('internet_access', 'Accès 4G / 5G', '4G / 5G access')],
    }),
    prices: [
      price('base', 120, 29),
      price('data=200g', 0, 15),
      price('data=unlimited', 0, 35),
      price('outdoor_antenna', 190, 4),
      price('termination', 0, 0),
    ],
  },
  {
    code: 'IP-BLOCK',
    family: 'internet_access',
    name: t("Ajout d'adresses IP publiques", 'Additional public IP addresses'),
    addsTo: ['FIBRE-ENTREPRISE', 'FTTH-PRO', 'SDSL'],
    definition: define({
      summary: t('Des adresses IPv4 de plus sur un accès en service.', 'More IPv4 addresses on a running access.'),
      description: t(
        "Les adresses IPv4 manquent : l'usage prévu est demandé par le registre.",
        'IPv4 addresses are scarce: the registry asks for their intended use.',
      ),
      characteristics: [
        choice('size', t('Bloc', 'Block'), [
          ['4', '4 adresses', '4 addresses'],
          ['8', '8 adresses', '8 addresses'],
          ['16', '16 adresses', '16 addresses'],
        ]),
        text('use', t('Usage prévu', 'Intended use'), 300),
        plain('ip', 'gateway', t('Passerelle souhaitée', 'Wished gateway'), { optional: true }),
      ],
      commitments: committed([0, 0]),
      steps: quickSteps,
      services: [service('option', "Bloc d'adresses IP", 'Block of IP addresses')],
    }),
    prices: [price('base', 30, 0), price('size=4', 0, 8), price('size=8', 0, 15), price('size=16', 0, 28)],
  },
]
