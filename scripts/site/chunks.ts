/**
 * What is loaded together. Without these the build makes a file of every few lines that two pages share: a page would be a hundred requests.
 * A group takes along what its modules import, unless a group of higher priority has it: lower layers come first.
 */
const kit = (...names: readonly string[]): RegExp => new RegExp(`node_modules/@mantine/core/esm/components/(${names.join('|')})/`)

export const chunkGroups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
  {
    name: 'tanstack',
    test: /node_modules\/@tanstack\/(react-router|router-core|history|react-query|query-core|store|react-store)\//,
    priority: 29,
  },
  // What every page needs before it knows which one it is.
  { name: 'portal', test: /^(?!.*web\/main\.tsx).*\.[mc]?[jt]sx?$/, tags: ['$initial' as const], priority: 28 },
  // The signed-in frame, and the small parts that nearly all of its pages are made of.
  {
    name: 'frame',
    test: /web\/(app\/(modules|universe-labels|company-sections|shell\/(header|sidebar|banners|shortcuts|palette-state))|ui\/(page|links|section-card|state-badge|empty-state|copy-button|description-list|lazy-window|menu\/lazy-menu|menu\/actions-menu)|platform\/format|paraglide\/(shell|universes|common))\.tsx?$/,
    priority: 27,
  },
  {
    name: 'frame',
    test: kit('ActionIcon', 'Alert', 'CloseButton', 'Skeleton', 'Paper', 'Title', 'Anchor', 'Breadcrumbs', 'Group'),
    priority: 27,
  },
  {
    name: 'frame',
    test: /node_modules\/@mantine\/hooks\/esm\/(use-disclosure|use-merged-ref|use-uncontrolled|use-mounted)\//,
    priority: 27,
  },
  {
    name: 'inputs',
    test: /@mantine\/core\/esm\/components\/(Input|InputBase|TextInput|InlineInput|Checkbox|SegmentedControl|Radio\/RadioIcon)\b|@mantine\/hooks\/esm\/use-debounced-(value|callback)\/|web\/ui\/choice\/(choices|stand-in)/,
    priority: 26,
  },
  { name: 'icons', test: /node_modules\/@tabler\//, minShareCount: 3, priority: 25 },
  // Over the page: what scrolls there and keeps the focus, then windows, then what stands beside a button or a field.
  { name: 'layers', test: kit('ScrollArea', 'FocusTrap', 'Portal', 'Overlay'), priority: 24 },
  { name: 'windows', test: kit('ModalBase', 'Modal', 'Drawer'), priority: 23 },
  { name: 'floating', test: kit('Popover', 'Menu', 'Tooltip', 'Combobox', 'Select', 'MultiSelect'), priority: 22 },
  {
    name: 'forms',
    test: /node_modules\/react-hook-form\/|web\/platform\/form\/use-contract-form|web\/ui\/fields\/(text|select|phone|email)-field/,
    priority: 21,
  },
  { name: 'lists', test: /web\/ui\/data-list\/data-list\.tsx/, priority: 20 },
  // What the API says, as far as several nouns of the site read it.
  { name: 'contract', test: /\/contract\//, minShareCount: 12, priority: 12 },
  // Small parts that pages of every noun use: without a place of their own they would come with some noun's pages, and bring them along.
  {
    name: 'parts',
    test: /web\/(ui\/(notify|confirm-dialog|form-problem|file-drop)|platform\/(upload|download|words|step-up|problem|field-message|form\/(use-unsaved-guard|load-field-message))|domains\/companies\/page-problem)/,
    minShareCount: 3,
    priority: 14,
  },
  // What an offer is and what it costs: the shop, contracts, orders and the carrier's catalogue read it, without each other.
  {
    name: 'offers',
    test: /\/contract\/(catalog|catalog-definition|catalog-admin|rules\/catalog\/[a-z-]+)\.ts/,
    minShareCount: 3,
    priority: 13,
  },
  // The editor of offers is many parts that only the carrier opens.
  { name: 'offer-editor', test: /\/web\/domains\/catalog\/(editor|changes|version)\//, minShareCount: 3, priority: 12 },
  // The parts that pages of one noun share: its texts, its queries, its labels.
  { name: (id: string) => /\/web\/domains\/([a-z]+)/.exec(id)?.[1], test: /\/web\/domains\//, minShareCount: 4, priority: 11 },
]
