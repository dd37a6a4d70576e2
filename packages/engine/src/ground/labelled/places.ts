import type { LabelledFact } from './labelled-fact.ts';

export const PLACES: readonly LabelledFact[] = [
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop'],
    evidence: [
      'The workshop in building B is open to staff who have completed the safety briefing.',
      'A safety briefing is a one-hour introduction to the machines, the exits and the first-aid points; it is valid for 24 months.',
    ],
    question: 'Who may use the workshop?',
    right: [
      'The workshop in building B is open to staff who have completed the safety briefing.',
      'The safety briefing takes one hour and is valid for 24 months.',
      'The briefing introduces the machines, the exits and the first-aid points.',
    ],
    wrong: {
      number: [
        'The safety briefing is valid for 12 months.',
        'The safety briefing is a two-hour introduction to the machines.',
        'The safety briefing is valid for 24 weeks.',
      ],
      name: ['The workshop in building D is open to staff who have completed the safety briefing.'],
      negation: ['The workshop is open to staff who have not completed the safety briefing.'],
      addition: [
        'The workshop in building B is open to staff who have completed the safety briefing and to paying hobbyists from the village.',
      ],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Before you use a machine'],
    evidence: [
      'Nobody may work alone at the lathe or the milling machine, because a person who is caught by a rotating part cannot reach the emergency stop.',
    ],
    question: 'Why may nobody work alone at the lathe?',
    right: [
      'A person who is caught by a rotating part cannot reach the emergency stop.',
      'Nobody may work alone at the lathe or the milling machine.',
      'Working alone at the lathe is not allowed because somebody caught by a rotating part cannot reach the emergency stop.',
    ],
    wrong: {
      negation: [
        'A person who is caught by a rotating part can reach the emergency stop.',
        'Everybody may work alone at the lathe or the milling machine.',
      ],
      name: ['Nobody may work alone at the lathe or the Bridgeport milling machine.'],
      addition: ['Nobody may work alone at the lathe or the milling machine without a helmet and an emergency radio.'],
      elsewhere: ['The chemist collects solvents every Thursday.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Handling liquid nitrogen'],
    evidence: [
      'Liquid nitrogen is nitrogen in its liquid state, at minus 196 degrees Celsius, which we use to cool infrared cameras.',
      'It displaces oxygen when it evaporates, so it must never be carried in the lift together with people.',
    ],
    question: 'Why must liquid nitrogen never share the lift with people?',
    right: [
      'Liquid nitrogen displaces oxygen when it evaporates.',
      'It must therefore never be carried in the lift together with people.',
      'Liquid nitrogen has a temperature of minus 196 degrees Celsius and cools infrared cameras.',
    ],
    wrong: {
      number: [
        'Liquid nitrogen has a temperature of minus 169 degrees Celsius.',
        'Liquid nitrogen has a temperature of minus 196 degrees Fahrenheit.',
      ],
      name: ['Liquid nitrogen is used to cool CCD cameras.'],
      negation: [
        'Liquid nitrogen may be carried in the lift together with people.',
        'Liquid nitrogen does not displace oxygen when it evaporates.',
      ],
      addition: ['Liquid nitrogen displaces oxygen when it evaporates and corrodes aluminium pipes over the years.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Handling liquid nitrogen'],
    evidence: [
      '3. Fill the transfer vessel to at most two thirds.',
      '4. Pour slowly until the level indicator shows 90%.',
      '5. Close the lid loosely, so that gas can escape.',
    ],
    question: 'How is a cryostat refilled?',
    right: [
      'Fill the transfer vessel to at most two thirds.',
      'Pour slowly until the level indicator shows 90%.',
      'Close the lid loosely so that gas can escape.',
      'Pour slowly until the indicator shows 90 percent.',
    ],
    wrong: {
      number: [
        'Pour slowly until the level indicator shows 95%.',
        'Fill the transfer vessel to at least two thirds.',
        'Fill the transfer vessel to at most three quarters.',
      ],
      negation: [
        'Close the lid tightly, so that gas cannot escape.',
        'Pour quickly until the level indicator shows 90%.',
      ],
      addition: ['Close the lid loosely, so that gas can escape, and label the vessel with a barcode sticker.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'What should I do in case of an oxygen alarm?'],
    evidence: [
      'Leave the room at once and close the door behind you.',
      'Do not go back for anything, and do not try to pull somebody out without breathing apparatus.',
      'Call 4112 from a safe place.',
    ],
    question: 'What should somebody do in case of an oxygen alarm?',
    right: [
      'Leave the room at once and close the door behind you.',
      'Call 4112 from a safe place.',
      'Do not try to pull somebody out without breathing apparatus.',
    ],
    wrong: {
      number: ['Call 4121 from a safe place.', 'Call 112 from a safe place.'],
      negation: [
        'Leave the room at once and open the door behind you.',
        'Go back and try to pull somebody out without breathing apparatus.',
      ],
      addition: ['Leave the room at once, close the door behind you and pull the main fuse in the corridor.'],
      elsewhere: ['Call the security officer on extension 4455.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Waste'],
    evidence: [
      'Metal chips go into the blue container, oily rags into the closed red bin.',
      'Solvents must not be poured into a sink; the chemist collects them every Thursday.',
    ],
    question: 'Where does waste of the workshop go?',
    right: [
      'Metal chips go into the blue container and oily rags into the closed red bin.',
      'Solvents must not be poured into a sink.',
      'The chemist collects solvents every Thursday.',
    ],
    wrong: {
      name: ['The chemist collects solvents every Tuesday.', 'Metal chips go into the green container.'],
      negation: ['Solvents may be poured into a sink.', 'Oily rags go into the open red bin.'],
      addition: ['Metal chips go into the blue container and are sold to a scrap dealer each spring.'],
      elsewhere: ['Liquid nitrogen must never be carried in the lift.'],
    },
  },
];
