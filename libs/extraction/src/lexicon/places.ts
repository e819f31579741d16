/** Places where the two sides meet; several are names of truces as well. Canonical name = as written here. */
export const places: readonly string[] = [
  'Geneva', 'London', 'Stockholm', 'Madrid', 'Kuala Lumpur', 'Busan', 'Gyeongju', 'Seoul', 'Paris', 'Osaka', 'Buenos Aires', 'Mar-a-Lago',
  'Shanghai', 'Shenzhen', 'Guangzhou', 'Hong Kong', 'Bali', 'San Francisco', 'Woodside', 'Lima', 'Hamburg', 'Da Nang', 'Papua New Guinea',
  'Port Moresby', 'New York', 'Florida', 'California', 'Hawaii', 'Anchorage', 'Alaska', 'Zurich', 'Rome', 'Vienna', 'Dublin', 'Davos',
  'Singapore', 'Malaysia', 'Bangkok', 'Phnom Penh', 'Miami', 'Chicago', 'Wuhan', 'Chengdu', 'Tianjin', 'Xiamen', 'Hangzhou',
  'Camp David', 'Palm Beach', 'Great Hall of the People', 'Diaoyutai', 'Argentina', 'Sweden', 'Spain', 'Santiago', 'Chile', 'Dalian', 'Iowa',
  'Helsinki', 'Johannesburg', 'Kazan', 'Macau', 'Boao', 'Lancaster House', 'Filoli', 'East Room', 'Rose Garden', 'Doral', 'Zhongnanhai', 'Montana', 'Bedminster', 'North America', 'South America', 'Latin America', 'Central America',
];
