/** What the ten questions answer over `fixture`, by their number. */
export const expectedRows: Readonly<Record<number, readonly (readonly unknown[])[]>> = {
  1: [['Daniel Cameron', 'Antony Blinken', 'I urge you to designate the cartels.', 'Letter to Secretary Blinken']],
  2: [
    [
      'Daniel Cameron',
      'Antony Blinken',
      'Mexican drug cartels',
      '8 U.S.C. § 1189',
      'granted',
      'Department of State designated Sinaloa Cartel',
      'I urge you to designate the cartels.',
    ],
  ],
  3: [
    [
      'Andrés Manuel López Obrador',
      'Mexico not: produced fentanyl',
      'López Obrador denied that Mexico produces fentanyl.',
      'Cartels are designated',
    ],
  ],
  4: [
    ['2023-02-08', 'China supplied Sinaloa Cartel', 'Daniel Cameron', 'China ships precursors to the Sinaloa Cartel.'],
    ['2023-02-08', 'Sinaloa Cartel trafficked fentanyl', 'Daniel Cameron', 'The Sinaloa Cartel floods our streets.'],
  ],
  5: [
    [
      'Antony Blinken designated Mexican drug cartels (requested)',
      'to designate the cartels',
      'Letter to Secretary Blinken',
    ],
    ['China supplied Sinaloa Cartel', 'China ships precursors to the Sinaloa Cartel.', 'Letter to Secretary Blinken'],
    ['Daniel Cameron urged Antony Blinken', 'I urge you to designate the cartels.', 'Letter to Secretary Blinken'],
    ['Mexico produced fentanyl', 'Mexico produces fentanyl.', 'Letter to Secretary Blinken'],
  ],
  6: [
    [
      'Antony Blinken designated Mexican drug cartels (requested)',
      'requested',
      '8 U.S.C. § 1189',
      'to designate the cartels',
      'Letter to Secretary Blinken',
    ],
    [
      'Department of State designated Sinaloa Cartel',
      'performed',
      '8 U.S.C. § 1189',
      'The Department of State designated the Sinaloa Cartel.',
      'Cartels are designated',
    ],
  ],
  7: [
    [
      ['Daniel Cameron', 'Antony Blinken', 'Department of State', 'Sinaloa Cartel', 'Mexico'],
      ['URGED', 'HOLDS_OFFICE', 'DESIGNATED', 'BASED_IN'],
    ],
  ],
  8: [
    [
      'Mexico produced fentanyl',
      'Mexico produces fentanyl.',
      'Mexico not: produced fentanyl',
      'Mexico produces fentanyl',
    ],
  ],
  9: [[2022, 'China supplied Sinaloa Cartel', 'Daniel Cameron', 'China ships precursors to the Sinaloa Cartel.']],
  10: [
    ['Letter to Secretary Blinken', 'letter', 'Somebody', 5, 1],
    ['Cartels are designated', 'news', 'Somebody', 4, 2],
  ],
};
