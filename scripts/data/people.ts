/** Names of people, firms, places and things, from word lists and syllables: more than any model can learn by heart. */
import type { Random } from './random.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

const FIRST = words(`
Ada Adele Agnes Aisha Alba Alden Alina Alma Alonzo Amara Amir Anders Andrea Anika Anton Arlo Arjun Astrid Aurelio
Beatriz Benedict Bianca Bodhi Bram Brenda Bridget Bruno Callum Camila Carla Carter Cecilia Cedric Chandra Chiara Clara
Clement Cora Cyrus Dahlia Damon Daphne Darius Dalia Declan Deepa Delia Desmond Diego Dina Dmitri Dolores Dorothy Edgar
Eileen Elias Elif Eliza Elmer Elsa Emeka Emilio Enid Enzo Esme Esther Ethan Eva Ezra Farah Faye Felix Fergus Fiona
Flora Florence Frances Gareth Gemma Gerald Gia Gilbert Giselle Gloria Gordon Greta Gwen Hana Harold Harriet Hassan
Hector Helena Hugo Ida Idris Imani Ingrid Irene Iris Isaac Ivan Jada Jasmin Jerome Joan Joel Jonas Josefa Judith Julius
June Kamal Karin Keiko Kenji Kiran Kofi Kwame Lars Laszlo Laura Leila Lena Leo Leopold Lillian Linus Lionel Lorena Lucia
Lucinda Luther Mabel Magnus Malik Marcel Margot Marisol Marta Matilda Maxine Maya Mehmet Mercy Milan Mina Mira Mohan
Muriel Nadia Naomi Nasir Nell Nestor Nia Nikhil Nina Noel Nora Odette Olga Oliver Omar Opal Orla Oscar Otis Pablo Paula
Pedro Penelope Percy Petra Philip Pilar Piotr Priscilla Quentin Rafael Ramona Ravi Regina Renata Rhea Rolf Roman Rosalind
Ruben Ruth Saanvi Sabine Salma Samir Selma Shirin Sidney Sigrid Silas Simone Sofia Solomon Stella Sven Tamar Tariq Tess
Thea Theo Tobias Tomas Trudy Uma Ursula Valentin Vera Vikram Viola Wanda Wendell Wilma Winston Xavier Yara Yolanda Yusuf
Zara Zelda Zoltan José María André Zoë Chloé Renée François Jürgen Søren Ángel Inés Raúl`);
const LAST = words(`
Abernathy Acosta Adeyemi Albrecht Alvarado Amin Aoki Arslan Ashby Atwater Babic Bainbridge Banerjee Barlow Bassett
Becerra Bellamy Bergström Bhatt Blackwood Boateng Bolton Borges Boucher Brandt Brennan Bui Burkhart Cabrera Calloway
Cardenas Castellano Chaudhry Cheung Choi Cisneros Colvin Contreras Corrigan Crane Czerny Dalton Danso Delacroix Desai
Dhillon Dietrich Donnelly Dragomir Duarte Eastman Ekström Emery Endicott Escobar Esposito Fairbanks Fallon Farouk
Feldman Fennimore Figueroa Finch Fontaine Forsythe Fujimoto Galindo Gallagher Ganesan Garrity Gebhardt Gill Goldberg
Grewal Grünwald Guerrero Haddad Halloran Hansen Haruna Hendricks Hidalgo Hoang Holloway Hussain Ibarra Ignatius Ivanov
Jablonski Jankowski Jefferson Jiang Joshi Kaczmarek Kapoor Kaya Keating Kessler Khoury Kim Kowalski Krishnan Lachance
Lambert Larkin Lindqvist Lombardi Lundgren MacBride Mahoney Malhotra Manning Marchand Matsuda McAllister McCready Mensah
Merriweather Moreau Mukherjee Nakamura Navarro Nguyen Nilsson Novak Oakley Obi Ocampo Okafor Olsen Ortega Osborne Padilla
Papadakis Park Patel Pavlov Pemberton Petrov Phan Pike Prescott Quigley Quintero Radcliffe Rahman Ramaswamy Rasmussen
Reyes Ridley Rossi Rutherford Saito Salazar Sandoval Santos Schaefer Schultz Sethi Shapiro Silva Singh Sokolov Sørensen
Stanhope Stroud Suzuki Szabo Takahashi Tanaka Thackeray Thornbury Torres Tran Underwood Valdez Vance Varga Vega Villanueva
Vogel Wainwright Walsh Watanabe Weatherby Whitlock Wójcik Wu Yamada Yilmaz Yoder Zamora Zielinski Zimmerman Zhou`);
const FIRST_A = words(
  'Al Ar Bel Bran Cal Cor Da Del El Em Fa Gal Hal Is Jo Ka Kel Lan Ler Mar Mel Na Or Pel Ral Sa Sel Tal Tor Va Wil Yo Zan',
);
const FIRST_B = words(
  'a an ara del dra e el en eth i ia ian ice in ina is la len lin lo mar mon na nel no ra ric ris ro sa son ta than ton va vin ya',
);
const LAST_A = words(
  'Ash Beck Birch Black Brack Bram Brook Burn Cald Clay Copper Crow Dun East Elder Fair Fen Fox Glen Grim Hales Harrow Hart Haw Heath Hol Kings Lang Lark Lind Lock Marsh Mill North Oak Pem Quill Raven Rook Rush Sand Shel Stan Stone Stur Thorn Under Wake Weather Wells Wex West Whit Win Wood Yar',
);
const LAST_B = words(
  'bourne bridge burn bury by croft dale den fell field ford gate grove ham hurst land leigh ley low man mere more ridge sey shaw smith stead stock ston ter thorpe ton wald ward water way well wick worth',
);

const title = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const firstName = (r: Random): string =>
  r.chance(0.6) ? r.pick(FIRST) : r.pick(FIRST_A) + (r.chance(0.3) ? r.pick(FIRST_B) : '') + r.pick(FIRST_B);

export function lastName(r: Random): string {
  const one = (): string => (r.chance(0.5) ? r.pick(LAST) : r.pick(LAST_A) + r.pick(LAST_B));
  const roll = r.next();
  if (roll < 0.04) return `${one()}-${one()}`;
  if (roll < 0.06) return `O'${title(one().toLowerCase())}`;
  if (roll < 0.08) return `Mc${r.pick(LAST_A)}${r.pick(LAST_B)}`;
  if (roll < 0.1) return `${r.pick(['de la', 'van der', 'Del', 'St.', 'Von'])} ${one()}`;
  return one();
}

export interface Person {
  first: string;
  middle: string;
  last: string;
  suffix: string;
  honorific: string;
}

export const person = (r: Random): Person => ({
  first: firstName(r),
  middle: r.chance(0.2) ? (r.chance(0.5) ? `${r.fill('@')}.` : firstName(r)) : '',
  last: lastName(r),
  suffix: r.chance(0.03) ? r.pick(['Jr.', 'Sr.', 'III', 'II']) : '',
  honorific: r.pick(['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Mr', 'Ms', 'Prof.']),
});

export const fullName = (p: Person): string =>
  [p.first, p.middle, p.last, p.suffix].filter(Boolean).join(' ');

const TRADE = words(
  'Bakery Builders Cafe Carpentry Cleaners Dental Electric Fabrication Flooring Florists Foods Freight Furniture Glazing Grill Hardware Haulage Imaging Interiors Landscaping Laundry Logistics Machine Masonry Millwork Motors Nursery Outfitters Paving Pharmacy Plumbing Pottery Printing Produce Roofing Seafood Security Signs Storage Supply Tile Transport Trucking Upholstery Veterinary Warehouse Welding',
);
const FORM = [
  'LLC',
  'Inc.',
  'Co.',
  'Corp.',
  'Group',
  'Services',
  'Partners',
  'Ltd.',
  'Company',
  'Enterprises',
];

export const stem = (r: Random): string => r.pick(LAST_A) + r.pick(LAST_B);
export function business(r: Random): string {
  const trade = r.pick(TRADE);
  const form = r.pick(FORM);
  switch (r.int(0, 4)) {
    case 0:
      return `${lastName(r)} ${trade} ${form}`;
    case 1:
      return `${lastName(r)} & Sons ${trade} ${form}`;
    case 2:
      return `${r.pick(['Blue', 'Green', 'Silver', 'Summit', 'Harbor', 'Prairie', 'Cedar', 'First', 'Canyon', 'Twin', 'Granite', 'Sunrise'])} ${stem(r)} ${trade} ${form}`;
    case 3:
      return `${stem(r)} ${r.pick(TRADE)} and ${trade} ${form}`;
    default:
      return `${stem(r)} ${trade}, ${form}`;
  }
}

export const insurer = (r: Random): string =>
  `${r.pick([stem(r), `${stem(r)} ${r.pick(['Mutual', 'National', 'Valley', 'Coast', 'Heritage', 'Farmers'])}`, r.pick(['Beacon', 'Keystone', 'Lodestar', 'Meridian', 'Palisade', 'Redwood', 'Tidewater', 'Anchor', 'Northgate', 'Brightwater'])])} ${r.pick(['Insurance Company', 'Insurance', 'Mutual', 'Casualty Co.', 'Indemnity', 'Insurance Group', 'Assurance', 'P&C'])}`;

const STATES =
  `AL Alabama 35|AZ Arizona 85|AR Arkansas 72|CA California 9|CO Colorado 80|CT Connecticut 06|FL Florida 33|GA Georgia 30|ID Idaho 83|IL Illinois 60|IN Indiana 46|IA Iowa 50|KS Kansas 66|KY Kentucky 40|LA Louisiana 70|ME Maine 04|MD Maryland 21|MA Massachusetts 02|MI Michigan 48|MN Minnesota 55|MO Missouri 63|MT Montana 59|NE Nebraska 68|NV Nevada 89|NH New_Hampshire 03|NJ New_Jersey 07|NM New_Mexico 87|NY New_York 1|NC North_Carolina 27|OH Ohio 44|OK Oklahoma 73|OR Oregon 97|PA Pennsylvania 19|SC South_Carolina 29|TN Tennessee 37|TX Texas 7|UT Utah 84|VT Vermont 05|VA Virginia 23|WA Washington 98|WI Wisconsin 53|WY Wyoming 82`
    .split('|')
    .map((line) => line.split(' ') as [string, string, string]);

const TREES = words(
  'Acacia Alder Aspen Birch Boxwood Buckeye Cedar Cherry Chestnut Cottonwood Cypress Dogwood Elm Fir Hawthorn Hazel Hemlock Hickory Holly Juniper Laurel Linden Magnolia Maple Mulberry Oak Olive Pecan Pine Poplar Redbud Rowan Sequoia Spruce Sumac Sycamore Tamarack Walnut Willow Yew',
);
const LAND = words(
  'Bay Bluff Brook Canyon Cliff Creek Dell Falls Field Forest Garden Glen Grove Harbor Hill Hollow Island Lake Meadow Mesa Orchard Park Pond Prairie Ridge River Rock Shore Spring Summit Trail Valley View Vista Water Wood',
);
const KINDS = words(
  'Street Street Street St St. Avenue Avenue Ave Ave. Road Rd Drive Dr Lane Ln Court Ct Boulevard Blvd Way Place Circle Parkway Pkwy Terrace Trail Square',
);

const nth = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

function streetName(r: Random): string {
  switch (r.int(0, 5)) {
    case 0:
      return r.pick(TREES);
    case 1:
      return `${r.pick(TREES)} ${r.pick(LAND)}`;
    case 2:
      return nth(r.int(1, 190));
    case 3:
      return lastName(r);
    case 4:
      return stem(r);
    default:
      return r.pick([
        'Main',
        'Church',
        'Market',
        'Mill',
        'Station',
        'School',
        'Washington',
        'Franklin',
        'Front',
        'Commerce',
        'College',
        'Court',
        'Broad',
        'High',
        'Prospect',
        'Union',
      ]);
  }
}
export const street = (r: Random): string =>
  `${r.chance(0.15) ? `${r.pick(['N.', 'S.', 'E.', 'W.', 'North', 'South', 'NW', 'SE', 'West', 'East'])} ` : ''}${streetName(r)} ${r.pick(KINDS)}`;

export function city(r: Random): string {
  const base = r.chance(0.6)
    ? r.pick(LAST_A) + r.pick(LAST_B)
    : title(r.pick(LAST_A) + r.pick(['ville', 'ton', 'burg', 'port', 'view', 'mont', 'boro']));
  return r.chance(0.25)
    ? r.pick([
        `Port ${base}`,
        `${base} Falls`,
        `${base} Heights`,
        `New ${base}`,
        `Lake ${base}`,
        `${base} Springs`,
        `East ${base}`,
        `${base} City`,
      ])
    : base;
}

export interface Address {
  street: string;
  city: string;
  state: string;
  zip: string;
  country: string;
}

interface Land {
  country: string;
  cities: string[];
  states: string[];
  zip: string;
  streets: string[];
}
const land = (country: string, cities: string, states: string, zip: string, streets: string): Land => ({
  country,
  cities: cities.split('|'),
  states: states.split('|'),
  zip,
  streets: streets.split('|'),
});
/** `*` in a street stands for a name. */
const FOREIGN: readonly Land[] = [
  land(
    'India',
    'Bengaluru|Pune|Chennai|Hyderabad|Kolkata|Mysuru|Nagpur',
    'Karnataka|Maharashtra|Tamil Nadu|Telangana',
    '5600##',
    'Temple Road|* Road|Lake View Road|4th Cross|* Nagar|* Layout|2nd Main',
  ),
  land(
    'United Kingdom',
    'Leeds|Bristol|Norwich|Cardiff|Perth|Durham',
    '',
    '@@# #@@',
    'High Street|Victoria Road|* Lane|Church Walk|* Close|The *',
  ),
  land(
    'Australia',
    'Melbourne|Sydney|Hobart|Adelaide',
    'VIC|NSW|TAS|SA',
    '3###',
    '* Parade|Ferry Road|* Lane|* Crescent',
  ),
  land('Ireland', 'Dublin|Cork|Galway|Sligo', '', '@## @#@#', 'Quay Street|Abbey Road|* Street|* Terrace'),
];

export function address(r: Random, near?: Address, foreign = false): Address {
  if (foreign) {
    const abroad = r.pick(FOREIGN.filter((one) => !near || one.country === near.country));
    const flat = r.chance(0.2) ? `Flat ${r.int(1, 40)}, ` : '';
    return {
      street: `${flat}${r.int(1, 240)} ${r.pick(abroad.streets).replace('*', stem(r))}`,
      city: near?.city ?? r.pick(abroad.cities),
      state: near?.state ?? r.pick(abroad.states),
      zip: r.fill(abroad.zip),
      country: abroad.country,
    };
  }
  const [code, name, prefix] = r.pick(STATES);
  const unit = r.chance(0.22)
    ? r.pick([
        ` Apt ${r.int(1, 40)}`,
        `, Apt. ${r.int(1, 40)}${r.fill('@')}`,
        `, Unit ${r.int(1, 30)}`,
        ` #${r.int(2, 400)}`,
        `, Suite ${r.int(100, 990)}`,
        `, Apartment ${r.int(1, 30)}${r.fill('@')}`,
        `, Bldg. ${r.fill('@')}, Unit ${r.int(1, 90)}`,
        ` Ste. ${r.int(2, 60)}`,
        `, Lot ${r.int(1, 200)}`,
        `, Floor ${r.int(2, 30)}`,
      ])
    : '';
  return {
    street: `${houseNumber(r)} ${street(r)}${unit}`,
    city: near?.city ?? city(r),
    state: near?.state ?? (r.chance(0.92) ? code : name.replace('_', ' ')),
    zip: near && r.chance(0.5) ? near.zip : r.fill(prefix.padEnd(5, '#')),
    country: '',
  };
}

const houseNumber = (r: Random): string =>
  r.chance(0.9)
    ? String(r.int(1, r.pick([99, 990, 9900, 28_000])))
    : r.pick([
        `${r.int(1, 990)}${r.fill('@')}`,
        r.fill('@###W#####'),
        r.fill('##-##'),
        `${r.int(1, 900)} 1/2`,
      ]);

const place = (a: Address): string =>
  [a.city, a.country ? [a.state, a.zip].filter(Boolean).join(' ') : `${a.state} ${a.zip}`.trim(), a.country]
    .filter(Boolean)
    .join(', ');
export const oneLineAddress = (a: Address): string => `${a.street}, ${place(a)}`;

/** A place of loss: an address, a crossing, a road, a lot. */
export function lossPlace(r: Random, near: Address, onRoad: boolean): Address {
  const there: Address = {
    ...near,
    street: `${r.int(1, 9900)} ${street(r)}`,
    zip: r.chance(0.5) ? near.zip : '',
    country: near.country,
  };
  if (near.country === '' && r.chance(0.15)) there.city = city(r);
  if (near.country !== '') {
    const abroad = address(r, near, true);
    return { ...abroad, street: abroad.street.replace(/^Flat \d+, /, ''), zip: there.zip };
  }
  if (!onRoad) return there;
  const road = r.pick([
    `Interstate ${r.int(4, 95)}`,
    `I-${r.int(4, 95)}`,
    `US-${r.int(1, 301)}`,
    `Highway ${r.int(2, 290)}`,
    `State Route ${r.int(3, 480)}`,
    `County Road ${r.int(2, 900)}`,
  ]);
  const bound = r.pick(['northbound', 'southbound', 'eastbound', 'westbound', 'Northbound', 'NB', 'SB']);
  switch (r.int(0, 7)) {
    case 0:
      there.street = `${r.pick(['Intersection of ', 'Corner of ', ''])}${street(r)} and ${street(r)}`;
      break;
    case 1:
      there.street = `${street(r)} ${r.pick(['&', 'at', '/'])} ${street(r)}`;
      break;
    case 2:
      there.street = `${road} ${bound} near ${r.pick(['Exit', 'exit', 'mile marker', 'MP'])} ${r.int(1, 340)}`;
      break;
    case 3:
      there.street = `${r.pick(['Parking lot of', 'Parking garage,', 'Lot behind', 'Near', 'Outside', 'Drive-through at'])} ${r.int(10, 9900)} ${street(r)}`;
      break;
    case 4:
      there.street = `${r.pick(['Near', 'near', 'In front of'])} ${there.street}`;
      break;
    case 5:
      there.street = `${street(r)}, ${r.int(20, 900)} feet ${r.pick(['north', 'south', 'east', 'west'])} of ${street(r)}`;
      break;
    default:
  }
  return there;
}

const CARS: [string, string[], string[]][] = [
  ['Toyota', ['Camry', 'Corolla', 'RAV4', 'Tacoma', 'Highlander', 'Prius'], ['LE', 'XLE', 'SR5', '']],
  ['Honda', ['Civic', 'Accord', 'CR-V', 'Pilot', 'Odyssey', 'Fit'], ['EX', 'LX', 'Touring', '']],
  [
    'Ford',
    ['F-150', 'Escape', 'Explorer', 'Focus', 'Transit 250', 'Ranger', 'Mustang'],
    ['XLT', 'SE', 'Titanium', ''],
  ],
  [
    'Chevrolet',
    ['Silverado 1500', 'Equinox', 'Malibu', 'Tahoe', 'Bolt EV', 'Express 2500'],
    ['LT', 'LS', ''],
  ],
  ['Nissan', ['Altima', 'Rogue', 'Sentra', 'Frontier', 'Leaf'], ['S', 'SV', 'SL', '']],
  ['Hyundai', ['Elantra', 'Tucson', 'Santa Fe', 'Kona'], ['SEL', 'Limited', '']],
  ['Kia', ['Sorento', 'Forte', 'Sportage', 'Soul'], ['LX', 'EX', '']],
  ['Subaru', ['Outback', 'Forester', 'Impreza', 'Crosstrek'], ['Premium', 'Limited', '']],
  ['Jeep', ['Wrangler', 'Grand Cherokee', 'Compass'], ['Sport', 'Laredo', '']],
  ['BMW', ['330i', 'X3', '528i', 'X5'], ['xDrive', '']],
  ['Mercedes-Benz', ['C300', 'GLC 300', 'Sprinter 2500', 'E350'], ['4MATIC', '']],
  ['Volkswagen', ['Jetta', 'Golf', 'Tiguan', 'Atlas'], ['SE', 'S', '']],
  ['Mazda', ['CX-5', 'Mazda3', 'CX-9'], ['Touring', '']],
  ['Ram', ['1500', '2500', 'ProMaster'], ['Laramie', 'Big Horn', '']],
  ['Dodge', ['Charger', 'Durango', 'Grand Caravan'], ['SXT', 'GT', '']],
  ['GMC', ['Sierra 1500', 'Terrain', 'Yukon'], ['SLT', 'Denali', '']],
  ['Tesla', ['Model 3', 'Model Y', 'Model S'], ['Long Range', '']],
  ['Lexus', ['RX 350', 'ES 300h', 'NX 300'], ['Base', '']],
  ['Audi', ['A4', 'Q5', 'Q7'], ['Premium Plus', '']],
  ['Volvo', ['XC60', 'S60', 'VNL 760'], ['']],
  ['Freightliner', ['Cascadia', 'M2 106'], ['']],
  ['Isuzu', ['NPR', 'NQR'], ['']],
  ['Acura', ['MDX', 'TLX', 'RDX'], ['A-Spec', 'Technology', '']],
  ['Buick', ['Enclave', 'Encore GX'], ['Preferred', '']],
  ['Cadillac', ['XT5', 'Escalade'], ['Luxury', '']],
  ['Chrysler', ['Pacifica', '300'], ['Touring L', '']],
  ['Genesis', ['G70', 'GV80'], ['2.5T', '']],
  ['Infiniti', ['QX60', 'Q50'], ['Pure', '']],
  ['Land Rover', ['Discovery', 'Defender 110'], ['SE', '']],
  ['Lincoln', ['Corsair', 'Aviator'], ['Reserve', '']],
  ['Mini', ['Cooper S', 'Countryman'], ['']],
  ['Mitsubishi', ['Outlander', 'Mirage'], ['ES', '']],
  ['Porsche', ['Macan', 'Cayenne'], ['']],
  ['Peterbilt', ['579', '337'], ['']],
  ['Kenworth', ['T680', 'T270'], ['']],
];

export interface Vehicle {
  year: string;
  make: string;
  model: string;
  trim: string;
  color: string;
  body: string;
  vin: string;
  plate: string;
}

export function vehicle(r: Random): Vehicle {
  const [make, models, trims] = r.pick(CARS);
  // Some made-up marks, so that the make is copied and not recalled.
  const invented = r.chance(0.15);
  return {
    year: String(r.int(2003, 2026)),
    make: invented ? stem(r) : make,
    model: invented ? r.fill(r.pick(['@#', '@@-#', '###', '@###', '@@ ###'])) : r.pick(models),
    trim: r.chance(0.35) ? r.pick(trims) : '',
    color: r.pick([
      'black',
      'white',
      'silver',
      'gray',
      'red',
      'blue',
      'dark green',
      'tan',
      'maroon',
      'gold',
      'charcoal',
    ]),
    body: r.pick(['Sedan', 'SUV', 'Pickup', 'Hatchback', 'Van', 'Coupe', '4-Door Sedan', 'Wagon', 'Truck']),
    vin: r.fill('#@@@@##@#@@######'),
    plate: r.fill(r.pick(['@@@-####', '@@@####', '#@@@###', '@@ ### @@'])),
  };
}
export const vehicleText = (v: Vehicle, trim = true): string =>
  [v.year, v.make, v.model, trim ? v.trim : ''].filter(Boolean).join(' ');

const PROVIDERS = ['example.com', 'example.net', 'example.org', 'mail.example.com', 'inbox.example.net'];
const ENDINGS = 'com com com net org co io us info biz email co.uk in ca dev'.split(' ');
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ø/g, 'o')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
export function emailFor(r: Random, first: string, last: string): string {
  const [a, b] = [plain(first) || 'x', plain(last) || 'office'];
  const user = r.pick([
    `${a}.${b}`,
    `${a[0]}${b}`,
    `${a}${b}${r.int(1, 99)}`,
    `${a}_${b}`,
    `${b}.${a[0]}`,
    `${a}${r.int(60, 99)}`,
    `${a[0]}.${b}${r.int(1, 999)}`,
    `${b}-${a}`,
    `${a}.${b}+${r.pick(['claims', 'home', 'auto'])}`,
    `${plain(stem(r))}${r.int(1, 9)}`,
  ]);
  if (r.chance(0.4)) return `${user}@${r.pick(PROVIDERS)}`;
  const domain = r.pick([
    plain(stem(r)),
    `${plain(stem(r))}-${plain(r.pick(TRADE))}`,
    `mail.${plain(stem(r))}`,
    `${b}${r.pick(['family', 'mail', 'home', 'online', 'group'])}`,
    `${plain(stem(r))}${r.int(1, 99)}`,
  ]);
  return `${user}@${domain}.${r.pick(ENDINGS)}`;
}
