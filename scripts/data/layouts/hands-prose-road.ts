/** What happens to vehicles, told as people tell it; `by` may name whoever drove the other one. */
import type { Tale } from './hands-prose-tales.ts';

export const ROAD: Readonly<Record<string, readonly Tale[]>> = {
  'auto collision driver': [
    {
      harm: 'tail',
      told: [
        '{Who} {was} sitting behind a bus that was letting children off on {street} when somebody in a [white|gray|red] [panel van|wagon|jeep]{by} came up behind and never slowed. [The bang threw everything off the back seat.|]',
        'The car in front stalled, {who} managed to stop with a foot to spare, and then [a camper|a florist van|an old sedan]{by} drove straight into the back of {my} {car}.',
        'A family of geese was crossing {street}, so {who} {was} standing still like everyone else, and the [pickup|minibus|SUV] following{by} did not see that until it was in {my} trunk.',
        '{Who} had pulled up to pay at the toll plaza and a [rental truck|coupe|people carrier]{by} rolled on into {my} rear bumper. [The person driving it said a flip-flop had slipped off the pedal.|]',
        'Traffic on {street} came to a dead stop because of a dropped sofa. {Who} stopped, the one behind{by} did not, and {my} {car} was shoved half a length forward.',
        '{Who} {was} letting an old man with a walker finish crossing {street} when a [motorcycle with a sidecar|landscaping truck|convertible]{by} hit {my} {car} square in the back.',
      ],
    },
    {
      harm: 'flank',
      told: [
        'The arrow turned green, {who} started across {street}, and out of nowhere a [hatchback|tow truck|small bus]{by} came through on red and buried its nose in the side of {my} {car}.',
        '{Who} {was} already halfway round the traffic circle at {street} when a [van|coupe|taxi]{by} entered without looking and drove into {my} doors.',
        'A [moving truck|shuttle|farm pickup]{by} changed lanes into {my} {car} as if it were not there, and for some seconds the two scraped along {street} together.',
        'Coming out of the car wash on {street}, a [crossover|delivery van|roadster]{by} crossed both lanes and took {my} {car} broadside.',
        'On {street} a door of a parked [van|limousine]{by} was flung open right into {my} {car} as {who} went past.',
        '{Who} had right of way on {street}, there is a yield sign for the side road, and still a [station wagon|box truck]{by} shot across and hit {my} {car} behind the front wheel.',
      ],
    },
    {
      harm: 'nose',
      told: [
        'On the bend by the quarry on {street} a [logging truck|camper van|sports car]{by} was on the wrong side, and although {who} pulled right the front corners met.',
        'A [sedan|pickup]{by} made a U-turn from the shoulder of {street} directly in front of {whom}; there was no time to do more than brake, and {my} {car} ran into its side.',
        'The lane ended at the roadworks, both cars went for the same gap and the front of {my} {car} caught the other one{by}.',
        'A trailer came loose from a [pickup|utility truck]{by} on {street}, jumped the divider and met {my} {car} head on.',
      ],
    },
  ],
  'auto collision several': [
    {
      harm: 'tail',
      told: [
        'Somebody up ahead on {street} braked for a dog, the cars behind ran into each other like dominoes, and {my} {car} was one of the dominoes.',
        'In the dust storm nobody on {street} saw the standing traffic; {who} had stopped, but was hit from behind and knocked into the next car, and then it went on behind.',
        'It began with a truck that jackknifed on {street}. Within seconds several cars had piled into one another and {my} {car} was wedged among them.',
        'The bridge deck on {street} was like glass and one vehicle after another slid into the row in front, {my} {car} included.',
      ],
    },
  ],
  'auto collision owner': [
    {
      harm: 'flank',
      told: [
        '{My} {car} was parked outside the laundromat on {street} when a [garbage truck|food van|driving school car] squeezed by and ripped along its whole side.',
        'While {who} {was} at the farmers market, the car in the next bay was backed out at an angle and took {my} {car} with it.',
        'At the boat ramp {who} reversed with the sun in the mirrors and ran the corner of {my} {car} into a truck that was standing there.',
        "Someone's handbrake was not on: a [hatchback|golf cart|pickup] rolled down {street} with nobody in it and came to rest against {my} {car}.",
        'Pulling into the stall at the gym, {who} cut it too fine and scraped {my} {car} along the one in the next space.',
        '{My} {car} stood by the curb at {street} with its lights off, and a [snow plow|mail jeep|carpet van] going round the corner caught it.',
      ],
    },
  ],
  'auto collision none': [
    {
      harm: 'nose',
      told: [
        'A doe stepped out of the hedge on {street} and {who} hit her before there was time to brake.',
        '{Who} swerved for a box that had fallen off a truck on {street}, lost the back end and went into the guardrail.',
        'Coming down {street} the brakes went soft, and rather than roll into the crossing {who} steered {my} {car} into the stone wall.',
        'There was a slick of diesel on {street}; {my} {car} went round twice and wrapped its front around a sign post.',
        '{Who} misjudged the gate post at the feed store and {my} {car} got hung up on it.',
        'A black calf was lying on the unlit part of {street}, and by the time {who} saw it, {my} {car} was on top of it.',
        'On the first frost {my} {car} slid down the ramp and into the garage wall, with the wheels locked all the way.',
        '{Who} drove over the lip of a washed-out culvert on {street} and {my} {car} dropped onto its nose.',
      ],
    },
  ],
  'auto theft none': [
    {
      harm: 'vanished',
      told: [
        'When {who} came out of the cinema the space where {my} {car} had been was empty, only an oil spot was left.',
        'Somebody fished the keys through the mail slot during the night and drove {my} {car} away.',
        '{My} {car} was taken from the airport long-stay lot, and the parking stub was still in the dash.',
        '{Who} left the engine running to drop off a casserole, not two minutes, and {my} {car} was gone.',
        'A stranger answered the ad, asked for a test drive and never brought {my} {car} back.',
        'The tracker on {my} {car} went silent during the night and in the morning the driveway was bare.',
      ],
    },
    {
      harm: 'stripped-bare',
      told: [
        '{My} {car} started up with a roar like a tank, because during the shift somebody had sawn the converter off it.',
        'The side glass was broken at the trailhead and everything in {my} {car} that was not bolted down had been carried off.',
        '{Who} came back to find {my} {car} standing on paint cans, all four wheels gone.',
      ],
    },
  ],
  'auto vandalism none': [
    {
      harm: 'spoilt',
      told: [
        'Someone walked down {street} with a nail or a screwdriver and scratched every car, {my} {car} worst of all.',
        'After the homecoming game a crowd came through and somebody jumped up and down on {my} {car}.',
        '{Who} found a hateful word sprayed across {my} {car} and the wipers bent backwards.',
        'A bottle of brake fluid had been emptied over {my} {car}, the paint was bubbling when {who} got there.',
        'Somebody put a rock through three windows of {my} {car} and let the air out of the tires with a blade.',
      ],
    },
  ],
  'auto fire none': [
    {
      harm: 'burnt-out',
      told: [
        'There was a smell of hot plastic on {street}, then smoke from the heater vents, and by the time {who} had got everybody out {my} {car} was burning.',
        'A barbecue on the next lot got out of hand and the flames reached {my} {car} over the fence.',
        '{My} {car} had been plugged in for an hour when the socket began to spit, and the fire went from the wall to the car.',
        'A nest that some animal had built on the engine caught light and {my} {car} burned on the shoulder of {street}.',
      ],
    },
  ],
  'auto wind_hail none': [
    {
      harm: 'battered',
      told: [
        'The sky turned green over {street} and then ice the size of hen eggs came down on {my} {car} for what felt like an hour.',
        "The wind took the neighbor's trampoline over two fences and dropped it on {my} {car}.",
        'Half of the old cottonwood came down in the gusts and {my} {car} was underneath.',
        'A roof sheet from the feed mill came sailing down {street} in the storm and sliced into {my} {car}.',
      ],
    },
  ],
  'auto water_damage none': [
    {
      harm: 'soaked-car',
      told: [
        'A pipe in the ceiling of the parking garage burst and {my} {car} stood under it all night with the window open a crack.',
        'The hotel pool on the deck above split, and the water came down through the light wells onto {my} {car}.',
      ],
    },
  ],
  'auto weather_other none': [
    {
      harm: 'soaked-car',
      told: [
        'The arroyo came down as a brown wall after the cloudburst and carried {my} {car} as far as the footbridge.',
        'The tide and the rain met on {street}, and {my} {car} was up to its door handles before anyone woke up.',
      ],
    },
    {
      harm: 'battered',
      told: ['A whole slab of snow let go of the church roof and landed on {my} {car}.'],
    },
  ],
};

/** The same in the words of a clerk or of somebody short of time. */
export const ROAD_CURT: Readonly<Record<string, readonly Tale[]>> = {
  'auto collision driver': [
    {
      harm: 'tail',
      told: [
        'Stopped in line for the drive-thru, other veh came in from behind, hit {my} {car} in the rear.',
        'Hit from behind while waiting to turn off {street}. Other party says sun in eyes.',
      ],
    },
    {
      harm: 'flank',
      told: [
        'Other car jumped the stop sign at {street}, struck {my} {car} in the side.',
        'Lane change by other vehicle on {street}, side to side contact with {my} {car}.',
      ],
    },
  ],
  'auto collision several': [
    { harm: 'tail', told: ['Chain crash on {street}, {my} {car} hit from rear and pushed into next veh.'] },
  ],
  'auto collision owner': [
    { harm: 'flank', told: ['{My} {car} parked, struck by another vehicle maneuvering. Nobody in it.'] },
  ],
  'auto collision none': [
    {
      harm: 'nose',
      told: [
        'Deer strike on {street}, unavoidable.',
        'Lost traction on {street}, left roadway, hit fence and post.',
      ],
    },
  ],
  'auto theft none': [
    { harm: 'vanished', told: ['{My} {car} parked and locked, gone on return. Keys in hand.'] },
  ],
  'auto vandalism none': [
    { harm: 'spoilt', told: ['{My} {car} found scratched and broken into after the night, nothing taken.'] },
  ],
  'auto fire none': [
    { harm: 'burnt-out', told: ['Smoke under hood on {street}, then flames. {My} {car} burned.'] },
  ],
  'auto wind_hail none': [
    {
      harm: 'battered',
      told: ['Hailstorm, {my} {car} in the open.', 'Storm brought tree limb down on {my} {car}.'],
    },
  ],
};
