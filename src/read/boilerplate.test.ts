import { expect, it } from 'vitest';
import { boilerplate } from './boilerplate.js';

it.each([
  'Share prices fell on Monday after the vote in Selmont.',
  'Comments by the minister angered the opposition, which asked for a hearing.',
  'Follow the money, the senator said.',
  'He asked readers to subscribe to the newsletter of his party, a spokesman said.',
  'The site uses cookies, the commission noted in its report, without asking for consent.',
  '“Sign up for our newsletter,” the general told the deputies, and nobody laughed.',
  'Read the treaty first, Toval advised.',
  'Updated maps were handed to both delegations.',
  'By the evening the bridge was open again.',
  'Image matters more than bread, the minister wrote.',
  'Related crimes were not investigated.',
  'Join us or leave, Strand told the ambassadors.',
  'Money from Grodal',
  'What happens next',
  'Live bullets were fired on 5 May.',
  'Follow us into the Union, Strand said.',
  'Use of the materials of the commission in court was refused.',
])('keeps what an article says: %s', (line) => {
  expect(boilerplate(line)).toBeNull();
});

it.each([
  'Share this on Facebook',
  'Live | Updated 9 min ago',
  '[Map: the valley and the line of 1994]',
  'Continue reading below',
  'Follow us on Chatter',
  'Also interesting',
  'More on the topic:',
  'Copying of materials is permitted only with a hyperlink.',
  'Print version | Send to a friend',
  'Facebook | Twitter | Telegram',
  '1.2K shares',
  'Also available in: Vostanian',
  'Be the first to comment',
  'By using this site you agree to our use of cookies.',
  'Sign up for our newsletter and get the day’s stories in your inbox.',
  'Already a subscriber? Log in',
  'READ MORE: Minister Denies Owning a Yacht',
  'Photo: The bridge at dusk.',
  'Updated: 2 hours ago',
  '12 May 2024, 10:31 am',
  'All rights reserved.',
  'By Ada Berg and Bo Carl',
  'You may also like',
  'The post Bridge Opens appeared first on Courier.',
  '———',
])('drops what a page puts around it: %s', (line) => {
  expect(boilerplate(line)).not.toBeNull();
});

it('ends on lines made to keep it busy', () => {
  for (const part of [
    'x ',
    'share on ',
    '1 views ',
    'by A ',
    'cookies we use ',
    'the post on ',
    '- read ',
    '… ',
  ])
    expect(() => boilerplate(part.repeat(200_000))).not.toThrow();
  for (const part of ['x ', 'share ', 'By Aa ', '1k ', '. . '])
    boilerplate(`${part.repeat(60).slice(0, 99)}#`);
});
