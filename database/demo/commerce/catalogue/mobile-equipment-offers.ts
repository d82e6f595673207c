import {
  choice,
  committed,
  count,
  type DemoOffer,
  define,
  filled,
  plain,
  price,
  quickSteps,
  service,
  shippingSteps,
  t,
  text,
  yes,
} from './offer-parts.ts'

const data = (values: readonly (readonly [string, string, string])[]) => choice('data', t('Données', 'Data'), values)
const sim = choice('sim', t('Carte SIM', 'SIM card'), [
  ['physical', 'Carte', 'Card'],
  ['esim', 'eSIM', 'eSIM'],
])

export const mobileEquipmentOffers: readonly DemoOffer[] = [
  {
    code: 'MOBILE-VOICE',
    family: 'mobile',
    name: t('Forfait mobile voix et données', 'Mobile plan, voice and data'),
    definition: define({
      summary: t('Appels et SMS illimités, données partagées par la flotte.', 'Unlimited calls and texts, data shared by the fleet.'),
      description: t(
        "Une flotte, une facture, un suivi ligne par ligne. L'itinérance dans l'Union européenne est comprise.",
        'One fleet, one bill, followed line by line. Roaming within the European Union is included.',
      ),
      characteristics: [
        count('lines', t('Lignes', 'Lines'), 1, 500),
        data([
          ['20g', '20 Go par ligne', '20 GB per line'],
          ['100g', '100 Go par ligne', '100 GB per line'],
          ['200g', '200 Go par ligne', '200 GB per line'],
        ]),
        sim,
        yes('keep_numbers', t('Conserver des numéros', 'Keep numbers')),
        plain('file', 'numbers_file', t('Liste des numéros et RIO (PDF)', 'List of numbers and RIOs (PDF)'), {
          when: filled('keep_numbers'),
          optional: true,
        }),
      ],
      quantityKey: 'lines',
      usagePlan: 'MOBILE-FLOTTE',
      commitments: committed([0, 0], [12, 10], [24, 15]),
      notice: { count: 10, unit: 'day' },
      steps: shippingSteps,
      services: [service('mobile_line', 'Ligne mobile', 'Mobile line', { characteristic: 'lines' })],
    }),
    prices: [
      price('base', 0, 0),
      price('lines', 5, 14.9, [10, 5, 12.9], [50, 0, 10.9]),
      price('data=100g', 0, 20),
      price('data=200g', 0, 35),
    ],
  },
  {
    code: 'MOBILE-LINES',
    family: 'mobile',
    name: t('Ajout de lignes mobiles', 'More mobile lines'),
    addsTo: ['MOBILE-VOICE'],
    definition: define({
      summary: t('De nouvelles lignes dans votre flotte.', 'New lines in your fleet.'),
      description: t(
        'Les lignes rejoignent le forfait et les données partagées de la flotte.',
        'The lines join the plan and the shared data of the fleet.',
      ),
      characteristics: [count('lines', t('Lignes à ajouter', 'Lines to add'), 1, 200), sim],
      quantityKey: 'lines',
      commitments: committed([0, 0], [12, 10]),
      steps: shippingSteps,
      services: [service('mobile_line', 'Ligne mobile', 'Mobile line', { characteristic: 'lines' })],
    }),
    prices: [price('base', 0, 0), price('lines', 5, 14.9, [10, 5, 12.9])],
  },
  {
    code: 'MOBILE-DATA',
    family: 'mobile',
    name: t('Carte SIM données', 'Data SIM'),
    definition: define({
      summary: t('Tablettes et clés 4G / 5G.', 'Tablets and 4G / 5G sticks.'),
      description: t(
        'Des cartes sans voix, bloquées à la fin des données ou débridées à votre choix.',
        'Cards without voice, stopped at the end of the data or not, as you choose.',
      ),
      characteristics: [
        count('lines', t('Cartes', 'Cards'), 1, 500),
        data([
          ['10g', '10 Go', '10 GB'],
          ['50g', '50 Go', '50 GB'],
        ]),
        sim,
        yes('stop', t('Bloquer à la fin des données', 'Stop at the end of the data')),
      ],
      quantityKey: 'lines',
      commitments: committed([0, 0], [12, 10]),
      notice: { count: 10, unit: 'day' },
      steps: shippingSteps,
      services: [service('mobile_line', 'Carte données', 'Data card', { characteristic: 'lines' })],
    }),
    prices: [price('base', 0, 0), price('lines', 5, 9.9, [20, 5, 8.5]), price('data=50g', 0, 12)],
  },
  {
    code: 'M2M-SIM',
    family: 'mobile',
    name: t('Cartes SIM pour objets connectés', 'SIM cards for connected devices'),
    definition: define({
      summary: t(
        'Capteurs, alarmes, ascenseurs : multi-réseaux, adresse IP privée.',
        'Sensors, alarms, lifts: several networks, private IP address.',
      ),
      description: t(
        'Les cartes passent d’un réseau à l’autre et restent dans un réseau privé relié au vôtre.',
        'The cards move from one network to another and stay in a private network joined to yours.',
      ),
      characteristics: [
        count('cards', t('Cartes', 'Cards'), 10, 5000, { step: 10 }),
        text('private_network', t('Nom du réseau privé (APN)', 'Name of the private network (APN)'), 30, {
          pattern: '[a-z0-9.-]{3,30}',
          optional: true,
        }),
        plain('ip', 'tunnel', t('Extrémité du tunnel', 'End of the tunnel'), { when: filled('private_network'), optional: true }),
      ],
      quantityKey: 'cards',
      commitments: committed([12, 0], [36, 15]),
      steps: shippingSteps,
      services: [service('mobile_line', 'Flotte de cartes objets', 'Fleet of device cards')],
    }),
    prices: [price('base', 100, 15), price('cards', 2, 1.9, [100, 1.5, 1.5], [1000, 1, 0.9]), price('private_network', 250, 40)],
  },
  {
    code: 'IP-PHONES',
    family: 'equipment',
    name: t('Location de postes IP', 'Rental of IP telephones'),
    definition: define({
      summary: t('Des postes préconfigurés, échangés en cas de panne.', 'Telephones configured beforehand, replaced when they fail.'),
      description: t(
        'Les postes arrivent prêts à brancher. Le remplacement est compris pendant toute la location.',
        'Telephones come ready to plug in. Replacement is included as long as they are rented.',
      ),
      characteristics: [
        choice('model', t('Modèle', 'Model'), [
          ['desk', 'Poste de bureau', 'Desk telephone'],
          ['executive', 'Poste de direction', 'Executive telephone'],
          ['cordless', 'Sans fil DECT', 'DECT cordless'],
          ['meeting', 'Pieuvre de réunion', 'Conference telephone'],
        ]),
        count('phones', t('Postes', 'Telephones'), 1, 300),
        count('bases', t('Bornes DECT', 'DECT bases'), 1, 30, { when: [{ key: 'model', is: 'one_of', values: ['cordless'] }] }),
      ],
      quantityKey: 'phones',
      commitments: committed([24, 0], [36, 10]),
      steps: shippingSteps,
      services: [service('equipment', 'Poste IP', 'IP telephone', { characteristic: 'phones' }, false)],
    }),
    prices: [
      price('base', 20, 0),
      price('phones', 5, 3.9, [20, 0, 3.4]),
      price('model=executive', 0, 4),
      price('model=meeting', 0, 9),
      price('bases', 40, 6),
    ],
  },
  {
    code: 'MANAGED-ROUTER',
    family: 'equipment',
    name: t('Routeur managé', 'Managed router'),
    definition: define({
      summary: t('Pare-feu, tunnels entre sites et supervision.', 'Firewall, tunnels between sites and monitoring.'),
      description: t(
        'Configuré selon votre plan d’adresses, surveillé et remplacé le jour ouvré suivant.',
        'Configured to your address plan, watched, and replaced on the next working day.',
      ),
      characteristics: [
        choice('size', t('Gamme', 'Range'), [
          ['small', 'Jusqu’à 25 personnes', 'Up to 25 people'],
          ['medium', 'Jusqu’à 100 personnes', 'Up to 100 people'],
          ['large', 'Au-delà', 'Beyond'],
        ]),
        plain('ip', 'local_address', t('Adresse locale du routeur', 'Local address of the router')),
        yes('tunnel', t('Tunnel vers un autre site', 'Tunnel to another site')),
        plain('site', 'tunnel_site', t('Site à relier', 'Site to join'), { when: filled('tunnel') }),
      ],
      commitments: committed([12, 0], [36, 10]),
      steps: shippingSteps,
      services: [service('equipment', 'Routeur managé', 'Managed router', 'contract', false)],
    }),
    prices: [
      price('base', 120, 25),
      price('size=medium', 80, 20),
      price('size=large', 200, 55),
      price('tunnel', 60, 5),
      price('termination', 50, 0),
    ],
  },
  {
    code: 'MANAGED-WIFI',
    family: 'equipment',
    name: t('Bornes Wi-Fi managées', 'Managed Wi-Fi access points'),
    definition: define({
      summary: t(
        'Un Wi-Fi qui couvre vos locaux, avec un accès invité conforme.',
        'Wi-Fi that covers your premises, with a compliant guest access.',
      ),
      description: t(
        'Étude de couverture, bornes, supervision et portail invité avec conservation légale des traces.',
        'Coverage study, access points, monitoring, and a guest portal that keeps what the law asks.',
      ),
      characteristics: [
        count('access_points', t('Bornes', 'Access points'), 1, 100),
        yes('guest', t('Portail invité', 'Guest portal')),
        text('guest_name', t('Nom du réseau invité', 'Name of the guest network'), 32, { when: filled('guest') }),
        plain('file', 'floor_plan', t('Plan des locaux (PDF)', 'Floor plan (PDF)'), { optional: true }),
      ],
      quantityKey: 'access_points',
      commitments: committed([24, 0], [36, 8]),
      steps: shippingSteps,
      services: [service('equipment', 'Borne Wi-Fi', 'Wi-Fi access point', { characteristic: 'access_points' }, false)],
    }),
    prices: [price('base', 90, 0), price('access_points', 40, 9.9, [10, 30, 8.9]), price('guest', 60, 15)],
  },
  {
    code: 'SIM-REPLACEMENT',
    family: 'equipment',
    name: t('Remplacement de cartes SIM', 'Replacement of SIM cards'),
    addsTo: ['MOBILE-VOICE', 'MOBILE-DATA', 'M2M-SIM'],
    definition: define({
      summary: t('Cartes perdues, volées ou abîmées.', 'Cards lost, stolen or damaged.'),
      description: t("L'ancienne carte est bloquée dès la commande.", 'The old card is blocked as soon as the order is placed.'),
      characteristics: [
        count('replaced', t('Cartes à remplacer', 'Cards to replace'), 1, 50),
        plain('phone', 'line', t('Première ligne concernée', 'First line concerned')),
      ],
      commitments: committed([0, 0]),
      steps: quickSteps,
      services: [],
    }),
    prices: [price('base', 0, 0), price('replaced', 9, 0)],
  },
]
