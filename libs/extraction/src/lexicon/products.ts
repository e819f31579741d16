/** Goods and firms that tariffs and measures are about: canonical name first, other ways of writing after it. */
export const products: readonly string[] = [
  'rare earths|rare earth|rare earth minerals|rare earth elements|rare earth metals|rare earth magnets|magnets|magnet|rare earth magnet|rare-earth|critical minerals',
  'soybeans|soybean|soya beans|soy beans|soya|soy|soyabeans', 'sorghum', 'corn', 'wheat', 'cotton', 'pork', 'beef', 'poultry|chicken', 'fruit|fruits', 'nuts', 'wine', 'ginseng', 'lobsters|lobster', 'seafood',
  'dairy', 'whiskey|bourbon', 'farm goods|farm products|agricultural product|farm product|agriculture products|ag products|ag goods|agricultural products|agricultural goods|agricultural produce|farm produce|farm exports|crops|agriculture',
  'coal', 'crude oil|oil|crude', 'liquefied natural gas|lng|natural gas', 'energy', 'ethanol', 'propane',
  'steel', 'aluminum|aluminium', 'copper', 'lumber|timber|logs', 'furniture', 'kitchen cabinets', 'steel and aluminum|steel and aluminium',
  'solar panels|solar cells|solar modules|solar products', 'washing machines|washers', 'polysilicon', 'batteries|lithium ion batteries|battery', 'chips|semiconductors|semiconductor|chip|advanced chips|computer chips|microchips|ai chips|gpus|ai processors|ai accelerators|h20|h20s|h20 chips|h200|h200s|h200 chips|advanced computing items|advanced computing chips|advanced computing|ai chip|ai semiconductors|logic chips|memory chips|legacy chips',
  'chipmaking equipment|chipmaking tools|chipmaking gear|chip equipment|chip gear|semiconductor tools|semiconductor manufacturing equipment|semiconductor manufacturing items|chipmaking technology|lithography machines|chip making equipment|semiconductor equipment|chip tools', 'chip design software|eda software|critical software|software',
  'electric vehicles|electric vehicle|evs|electric cars', 'cars|autos|automobiles|vehicles|passenger cars', 'auto parts|car parts|parts', 'trucks|heavy trucks', 'aircraft|planes|jets|boeing planes|boeing jets|airplanes', 'aircraft engines|jet engines',
  'smartphones|phones|iphones', 'laptops|computers', 'electronics|consumer electronics', 'clothing|apparel|clothes', 'shoes|footwear', 'toys', 'textiles', 'drugs|pharmaceuticals|medicines', 'medical devices', 'syringes', 'gloves', 'ships|vessels', 'cranes|ship to shore cranes', 'chemicals', 'machinery',
  'superhard materials', 'optical fiber|optical fibre', 'gallium', 'germanium', 'antimony', 'graphite', 'tungsten', 'lithium', 'fentanyl|fentanyl precursors|precursor chemicals', 'tiktok', 'small parcels|de minimis|low value parcels|small packages|low value packages', 'dual use items|dual use goods|dual use products|dual use technologies|dual use technology|dual use materials', 'ethane', 'cloud computing', 'nuclear equipment', 'bismuth', 'indium', 'films|movies|hollywood films', 'connected vehicles', 'drones',
];

export const chineseFirms: readonly string[] = [
  'huawei|huawei technologies', 'zte|zhongxing', 'smic', 'ymtc|yangtze memory', 'hikvision', 'dahua', 'dji', 'bytedance', 'tencent', 'alibaba', 'wingtech', 'cosco', 'inspur|inspur group', 'sensetime', 'megvii', 'fujian jinhua',
  'catl', 'cxmt', 'naura', 'piotech', 'sugon', 'phytium', 'biren', 'moore threads', 'loongson', 'deepseek', 'xiaomi', 'lenovo', 'tp link', 'autel', 'hesai', 'quectel', 'byd', 'shein', 'temu', 'alipay', 'wechat', 'china mobile', 'china telecom', 'china unicom', 'hytera', 'sinopec', 'cnooc', 'comac', 'cofco', 'sinograin', 'manus', 'hua hong', 'jiangsu changjiang', 'nuctech', 'gotion',
];

export const firms: readonly string[] = [
  ...chineseFirms,
  'nexperia', 'nvidia', 'micron|micron technology', 'qualcomm', 'boeing', 'apple', 'google', 'intel', 'amd', 'tesla', 'fedex', 'illumina', 'skydio', 'pvh', 'unreliable entity list firms', 'dupont', 'trip com', 'hanwha ocean', 'autotalks', 'synopsys', 'cadence', 'siemens', 'lockheed martin', 'raytheon',
  'skyworks', 'corning', 'meta', 'general dynamics', 'boeing defense', 'northrop grumman', 'general atomics', 'anduril', 'aerovironment', 'broadcom', 'texas instruments', 'analog devices', 'applied materials', 'lam research', 'calvin klein', 'tcom', 'viasat', 'bunge', 'cargill',
];
