/** Losses of houses, shops and their visitors, as people put them on a form. */
import type { HarmSet } from './hands-forms-harm.ts';

export interface Loss {
  told: readonly string[];
  harm: HarmSet;
}

/** By line, kind of loss and who else is part of it. */
export const PREMISES_LOSSES: Readonly<Record<string, readonly Loss[]>> = {
  'property fire none': [
    {
      harm: 'burnt',
      told: [
        'Grease flared up on the stove in the {room} and climbed the wall before it could be smothered.',
        'Welding sparks got behind the wall of the {room} during [repairs|roof work] and smouldered for hours.',
        'A [heat lamp|string of lights|scented candle] in the {room} set light to the drapes.',
        'The extension lead behind the freezer in the {room} melted, and {who} woke to the alarm and thick smoke.',
        'Wildfire embers got under the eaves; crews held it at the {room}.',
      ],
    },
  ],
  'property water_damage none': [
    {
      harm: 'drenched',
      told: [
        'Push-fit joint under the sink in the {room} popped off in the small hours. By morning it was dripping through the lights below.',
        'Sump pump quit during a power cut and the drain backed up into the {room}.',
        'Tenant one floor up let a tub run over; it came through into the {room}.',
        'A frozen line in the outer wall of the {room} thawed and sprayed for {n} hours.',
        'The ice maker tubing behind the fridge had a pinhole and had been soaking the {room} since the weekend.',
      ],
    },
  ],
  'property wind_hail none': [
    {
      harm: 'storm',
      told: [
        'Gusts peeled the ridge open over the {room} and the rain did the rest.',
        'Hail about as big as golf balls went over the property and beat up every slope that faces west.',
        "The neighbor's spruce came down across the {room} in the blow.",
        'A twister touched down nearby; [doors were sucked out|the gable was pushed in] at the {room}.',
      ],
    },
  ],
  'property theft none': [
    {
      harm: 'stolen',
      told: [
        'Screen of the {room} slit and the sash forced. Drawers had been tipped out and things were gone.',
        'Two people in work vests loaded goods from the {room} into a van in broad daylight.',
        'The padlock on the {room} was cut [over the long weekend|during the funeral|while everyone was at a game].',
        'Parcels and equipment vanished from the {room} after a cleaner let strangers in.',
      ],
    },
  ],
  'property vandalism none': [
    {
      harm: 'spoiled-house',
      told: [
        'Persons unknown got into the {room}, turned on a hose and smeared paint on whatever they could reach.',
        'Ex-lodger took a hammer to the {room} on moving out.',
        'Panes of the {room} shot out with a pellet gun, {n} holes counted.',
        'Halloween crowd egged and tagged the front and kicked in the door of the {room}.',
      ],
    },
  ],
  'property weather_other none': [
    {
      harm: 'drenched',
      told: [
        'The bayou topped the levee and stood knee-deep in the {room}.',
        'Ice built up in the gutters and meltwater worked its way back under the roof into the {room}.',
      ],
    },
    {
      harm: 'shocked',
      told: [
        'A bolt hit the chimney and travelled through the wiring of the {room}.',
        'Lightning came in by the antenna and blew the outlets off the wall of the {room}.',
      ],
    },
  ],
  'property other none': [
    {
      harm: 'shocked',
      told: [
        'The utility sent too high a voltage down the line and appliances in the {room} gave up together.',
        'When the mains came back on there was a pop in the {room} and nothing worked any more.',
      ],
    },
    {
      harm: 'fallen',
      told: [
        'Plaster and lath let go over the {room} all at once.',
        'A crane load slipped at the site next door and landed on the {room}.',
        'An aircraft part, it seems, dropped through the roof into the {room}.',
      ],
    },
  ],
  'liability liability_injury injured': [
    {
      harm: 'none',
      told: [
        'Patron stepped back from the [salad bar|ticket window|fitting room], caught a heel on the edge of the matting and went down.',
        'A contractor on the premises missed the last tread of the unlit stair.',
        'Melted ice cream by aisle {n}; a shopper lost footing there.',
        'Ceiling speaker came off its bracket and hit a person at table {n}.',
        'Automatic door closed on a visitor who was using a walker.',
        'The seat of a bench in the waiting area gave way under a visitor.',
      ],
    },
  ],
};

export const BITES = [
  'The dog slipped its collar and went for a [parcel carrier|jogger|child from next door] by the mailbox.',
  'A meter reader let himself in at the side gate and the dog got hold of him.',
];
