/** Words of the demonstration: invented companies, ordinary names, real towns. */

export const firstNames = [
  'Camille', 'Élodie', 'Inès', 'Zoé', 'Nadia', 'Agnès', 'Sarah', 'Hugo', 'Karim', 'Louis', 'Maxime', 'Théo', 'Aïcha', 'Julien', 'Mathieu',
  'Chloé', 'Léa', 'Manon', 'Jade', 'Lucas', 'Nathan', 'Gabriel', 'Arthur', 'Raphaël', 'Émilie', 'Sandrine', 'Stéphane', 'Olivier', 'Françoise',
  'Benoît', 'Anaïs', 'Noémie', 'Yanis', 'Sofiane', 'Margaux', 'Clémence', 'Adrien', 'Bastien', 'Cédric', 'Delphine',
] as const

export const lastNames = [
  'Bernard', 'Morel', 'Lenoir', 'Girard', 'Petit', 'Da Silva', 'Nguyen', 'Benali', 'Faure', 'Roux', 'Colin', 'Lefèvre', 'Martin', 'Dubois',
  'Fontaine', 'Chevalier', 'Robin', 'Gauthier', 'Perrin', 'Mercier', 'Blanc', 'Guérin', 'Boyer', 'Garnier', 'Rousseau', 'Lambert', 'Muller',
  'Traoré', 'Diallo', 'Haddad', 'Marchand', 'Leroux', 'Vidal', 'Caron', 'Picard', 'Renard', 'Barbier', 'Aubert', 'Moulin', 'Brun',
] as const

export const trades = [
  'Transports', 'Cabinet', 'Boulangerie', 'Menuiserie', 'Garage', 'Imprimerie', 'Clinique', 'Ateliers', 'Établissements', 'Pharmacie', 'Librairie',
  'Hôtel', 'Restaurant', 'Laboratoire', 'Conseil', 'Logistique', 'Plomberie', 'Électricité', 'Architectes', 'Serrurerie', 'Optique', 'Assurances',
  'Notaires', 'Papeterie', 'Fromagerie', 'Vignobles', 'Maçonnerie', 'Paysages', 'Informatique', 'Formation',
] as const

export const companyEndings = ['', '', ' & Fils', ' & Associés', ' Frères', ' Services', ' Distribution', ' Groupe', ' Développement', ' Ingénierie'] as const

export const jobTitles = [
  'Directeur général', 'Responsable informatique', 'Comptable', 'Assistante de direction', 'Responsable achats', 'Technicien réseau',
  'Office manager', 'Directrice administrative et financière', 'Chef d’agence', 'Gestionnaire',
] as const

export const streets = [
  'rue de la République', 'avenue Jean Jaurès', 'rue Victor Hugo', 'boulevard Gambetta', 'place du Marché', 'rue des Lilas', 'chemin des Vignes',
  'allée des Tilleuls', 'quai de la Gare', 'rue Pasteur', 'avenue du Général Leclerc', 'rue de l’Église', 'impasse des Peupliers', 'cours Voltaire',
] as const

export const apeCodes = ['6110Z', '6202A', '7022Z', '4941A', '1071C', '5610A', '8621Z', '4321A', '6920Z', '7111Z', '4520A', '5510Z'] as const
export const legalForms = ['5499', '5499', '5710', '5710', '5720', '5498', '5599', '9220', '1000'] as const

/** Town, postcode, INSEE code. */
export const towns = [
  ['Clichy', '92110', '92024'], ['Bordeaux', '33000', '33063'], ['Lyon', '69003', '69123'], ['Nantes', '44000', '44109'], ['Lille', '59000', '59350'],
  ['Toulouse', '31000', '31555'], ['Rennes', '35000', '35238'], ['Strasbourg', '67000', '67482'], ['Montpellier', '34000', '34172'],
  ['Grenoble', '38000', '38185'], ['Mérignac', '33700', '33281'], ['Angers', '49000', '49007'], ['Dijon', '21000', '21231'], ['Reims', '51100', '51454'],
  ['Le Havre', '76600', '76351'], ['Tours', '37000', '37261'], ['Brest', '29200', '29019'], ['Annecy', '74000', '74010'], ['Metz', '57000', '57463'],
  ['Pau', '64000', '64445'], ['Villeurbanne', '69100', '69266'], ['Nancy', '54000', '54395'],
] as const
