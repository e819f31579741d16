// The reference's names of lists, sectors and parts, as the facets and readings go by.

export const PRODUCTS: Readonly<Record<string, readonly string[]>> = {
  'US/List 1': ['$34bn'],
  'US/List 2': ['$16bn'],
  'US/List 3': ['$200bn'],
  'US/List 4A': ['$120bn'],
  'CN/Retaliation to Section 232': ['128-products'],
  'CN/Retaliation to List 1': ['$34bn'],
  'CN/Retaliation to List 2': ['$16bn'],
  'CN/Retaliation to List 3': ['$60bn'],
  'CN/Retaliation to List 4A': ['$75bn'],
  'CN/February 2025: coal and LNG': ['coal', 'lng'],
  'CN/February 2025: crude oil, farm machinery, large cars, pickups': [
    'crude-oil',
    'farm-machinery',
    'large-cars',
    'pickups',
  ],
  'CN/March 2025: chicken, wheat, corn, cotton': ['chicken', 'wheat', 'corn', 'cotton'],
  'CN/March 2025: soybeans, pork, beef, seafood, fruit, dairy': [
    'soybeans',
    'pork',
    'beef',
    'seafood',
    'fruit',
    'dairy',
  ],
  'US/Section 232 steel': ['steel'],
  'US/Section 232 aluminium': ['aluminium'],
  'US/Section 232 cars': ['cars'],
  'US/Section 232 car parts': ['car-parts'],
  'US/Section 232 copper goods': ['copper-goods'],
  'US/Section 232 timber': ['timber'],
  'US/Section 232 upholstered furniture and cabinets': ['furniture', 'cabinets'],
  'US/Section 232 trucks': ['trucks'],
  'US/Section 232 buses': ['buses'],
  'US/Section 232 advanced chips (narrow)': ['advanced-chips'],
  'US/Section 232 patented drugs': ['patented-drugs'],
  'US/Section 301 electric vehicles': ['electric-vehicles'],
  'US/Section 301 syringes and needles': ['syringes-and-needles'],
  'US/Section 301 solar cells': ['solar-cells'],
  'US/Section 301 steel and aluminium products': ['steel-and-aluminium-products'],
  'US/Section 301 EV lithium-ion batteries and battery parts': ['ev-batteries'],
  'US/Section 301 critical minerals': ['critical-minerals'],
  'US/Section 301 ship-to-shore cranes': ['ship-to-shore-cranes'],
  'US/Section 301 facemasks and respirators (first step)': ['facemasks'],
  'US/Section 301 facemasks and respirators (second step)': ['facemasks'],
  'US/Section 301 semiconductors': ['semiconductors'],
  'US/Section 301 rubber gloves (first step)': ['rubber-gloves'],
  'US/Section 301 rubber gloves (second step)': ['rubber-gloves'],
  'US/Section 301 other lithium-ion batteries, permanent magnets, graphite': [
    'other-lithium-ion-batteries',
    'permanent-magnets',
    'graphite',
  ],
  'US/Section 301 enteral syringes': ['enteral-syringes'],
};

/** Names in the reference that are no duty, so nothing to compare. */
export const NO_DUTIES: readonly string[] = ['US/Exempt from reciprocal: phones, computers, chips'];

export const PARTS: Readonly<Record<string, string>> = {
  'IEEPA fentanyl': 'fentanyl',
  'IEEPA reciprocal': 'reciprocal',
  'answer to reciprocal': 'retaliation',
  'Section 122': 'section_122',
  'Section 301 forced labour': 'section_301',
};
