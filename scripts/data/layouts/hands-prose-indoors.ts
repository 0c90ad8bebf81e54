/** What happens to houses, shops and the people in them, told as people tell it. */
import type { Tale } from './hands-prose-tales.ts';

export const INDOORS: Readonly<Record<string, readonly Tale[]>> = {
  'property fire none': [
    {
      harm: 'charred',
      told: [
        'A dish towel had been left too near the burner, and by the time anyone looked round the {room} was on fire.',
        'The space under the stairs, where the chargers are, caught fire and it went up into the {room}.',
        'Sparks from the roofers next door got under the eaves and smoldered until flames came through into the {room}.',
        'The string of lights in the {room} shorted and set the decorations alight.',
        'A bag of stain-soaked rags in the {room} heated up by itself and started a fire.',
        'An e-bike battery blew up in the {room} and took the curtains and the ceiling with it.',
        'The deep fryer flared up and the hood carried the fire into the {room}.',
      ],
    },
  ],
  'property water_damage none': [
    {
      harm: 'sodden',
      told: [
        'The little braided hose behind the toilet split and water ran through the floor into the {room} below.',
        'The dishwasher had been leaking behind its kick plate, and then it let go altogether and filled the {room}.',
        'When {who} unlocked the door the {room} was ankle-deep, because the heater tank had rusted through.',
        'The people upstairs let their tub run over and it rained from the lamp in the {room}.',
        'The pipe in the outside wall froze in the cold snap, and when it thawed it emptied itself into the {room}.',
        'The sewer backed up through the floor drain and stood in the {room}.',
        'A plumber cut the wrong line and the {room} was under a shower until the street valve was found.',
        'The fish tank, all two hundred gallons of it, cracked and ran out over the {room}.',
      ],
    },
  ],
  'property wind_hail none': [
    {
      harm: 'windblown',
      told: [
        'The wind got under the metal roof, rolled it back like a sardine can and the rain came into the {room}.',
        "The neighbor's big pine snapped halfway up and its top went through the roof above the {room}.",
        'Hail beat down for a quarter of an hour and there is not one whole shingle on the west side.',
        'A twister passed close by and the roof over the {room} was lifted and set down crooked.',
        'The straight-line wind blew the big door in and then everything in the {room} went flying.',
      ],
    },
  ],
  'property theft none': [
    {
      harm: 'gone',
      told: [
        'Somebody kicked in the back door while nobody was there and went through the {room} drawer by drawer.',
        'Two men in work vests walked in as if they belonged there and carried things out of the {room}.',
        'The lock on the shed had been cut and then the house door was opened with the spare key that hung there.',
        'A window was pried up during the funeral and the {room} was emptied.',
        'The cleaners found the {room} turned upside down and the safe door hanging open.',
        'Boxes were taken out of the moving van in front of the house while the {room} was being carried up.',
      ],
    },
  ],
  'property vandalism none': [
    {
      harm: 'defaced',
      told: [
        'Over the long weekend somebody got in, smashed what could be smashed and painted the walls of the {room}.',
        'Kids with slingshots shot out the windows along the front.',
        'A former tenant came back at night and took a sledgehammer to the {room}.',
        'Somebody poured concrete into the drains and sprayed the doors.',
      ],
    },
  ],
  'property weather_other none': [
    {
      harm: 'sodden',
      told: [
        'The creek behind the house came up in the night and stood in the {room} by morning.',
        'Meltwater could not get past the ice at the gutter, backed up and came through the wall of the {room}.',
        'The storm drain could not take the cloudburst and the street ran into the {room}.',
      ],
    },
    {
      harm: 'windblown',
      told: ['After the third snowfall the roof over the {room} sagged and gave way.'],
    },
    {
      harm: 'fried',
      told: ['Lightning hit the antenna and everything that was plugged in went dead with a crack.'],
    },
  ],
  'property other none': [
    {
      harm: 'fried',
      told: [
        'The power came back far too strong after the outage and killed whatever was plugged in in the {room}.',
      ],
    },
    {
      harm: 'windblown',
      told: [
        'With a groan the shelves in the {room} tore out of the wall and pulled part of the ceiling down.',
        'A crane on the next lot dropped a bundle of boards through the roof over the {room}.',
      ],
    },
  ],
  'liability liability_injury injured': [
    {
      harm: 'hurt',
      told: [
        'A guest stepped back to take a picture, missed the edge of the low step and went down hard.',
        'A shopper slid on a grape near the scales and landed sideways.',
        'A delivery worker leaned on the railing of the back stairs, it came away and down they both went.',
        'The automatic door closed on a customer with a cane, who was knocked over.',
        'A visitor tripped on the hose that lay across the walkway by the entrance.',
        'The folding chair gave way under a parent at the recital.',
        'A menu board blew over on the terrace and hit a diner.',
        'An icicle came off the canopy and struck a passer-by on the sidewalk.',
        'A customer put a foot through a rotten board of the deck.',
      ],
    },
  ],
  'liability bite': [
    {
      harm: 'bitten',
      told: [
        'The dog slipped its collar and bit somebody from down the block who was delivering flyers.',
        'The meter reader opened the gate and the dog had hold of a sleeve and an arm before anybody could call it off.',
        'A friend bent down to pet the dog while it was eating and it snapped.',
      ],
    },
  ],
};

/** The same in the words of a clerk or of somebody short of time. */
export const INDOORS_CURT: Readonly<Record<string, readonly Tale[]>> = {
  'property fire none': [
    {
      harm: 'charred',
      told: [
        'Grease fire, spread to {room}. Put out with two extinguishers.',
        'Electrical fire, started in {room}.',
      ],
    },
  ],
  'property water_damage none': [
    {
      harm: 'sodden',
      told: [
        'Valve under sink failed, {room} flooded.',
        'Pipe burst in wall of {room}, water ran for hours.',
      ],
    },
  ],
  'property wind_hail none': [
    {
      harm: 'windblown',
      told: ['Gusts took part of roof off, rain in {room}.', 'Hail, roof and west wall hit.'],
    },
  ],
  'property theft none': [{ harm: 'gone', told: ['Break-in, rear window forced, {room} cleared out.'] }],
  'property vandalism none': [
    { harm: 'defaced', told: ['Break-in without theft, {room} wrecked and sprayed.'] },
  ],
  'liability liability_injury injured': [
    {
      harm: 'hurt',
      told: [
        'Visitor slipped on wet tile by the door and fell.',
        'Customer fell over a pallet jack left in the aisle.',
      ],
    },
  ],
};
