import { describe, expect, it } from 'vitest';
import { comparePeople } from './compare-names.js';
import { personName } from './name.js';

const agreement = (a: string, b: string) => {
  const [there, back] = [comparePeople(personName(a), personName(b)), comparePeople(personName(b), personName(a))]; // prettier-ignore
  expect(there, 'symmetric').toBe(back);
  return there;
};

describe('names of people', () => {
  it.each([
    ['Marek Toval', 'marek toval', 'full'],
    ['President Marek Toval', 'Marek Toval', 'full'],
    ['Toval, Marek', 'Marek Toval', 'full'],
    ['Toval Marek', 'Marek Toval', 'full'],
    ['Hélène Varga', 'Helene Varga', 'full'],
    ['Marek A. Toval', 'Marek Toval', 'full'],
    ['Marek Anton Toval', 'Marek A. Toval', 'full'],
    ['Alan Gagloev', 'Alan Gagloyev', 'spelling'],
    ['Alan Gagloiev', 'Alan Gagloyev', 'spelling'],
    ['Алан Гаглоев', 'Alan Gagloyev', 'spelling'],
    ['Yulia Zhukova', 'Julija Žukova', 'spelling'],
    ['Jörg Müller', 'Joerg Mueller', 'spelling'],
    ['Marek Tovall', 'Marek Toval', 'spelling'],
    ['Anton Reshka', 'Anton Rehska', 'near'],
    ['Ana Moreno Ruiz', 'Ana Moreno', 'part'],
    ['M. Toval', 'Marek Toval', 'initial'],
    ['J.K. Orlin', 'Jonas Orlin', 'initial'],
    ['Toval', 'Marek Toval', 'surname'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(agreement(a, b)).toBe(expected);
  });

  it.each([
    ['Marek Toval', 'Lena Toval'],
    ['M. Toval', 'Lena Toval'],
    ['Marek', 'Marek Toval'],
    ['Marek Toval Jr.', 'Marek Toval Sr.'],
    ['Marek Anton Toval', 'Marek Boris Toval'],
    ['Aleksandr Ivanov', 'Aleksandra Ivanova'],
    ['Ivan Petrov', 'Ivan Petrova'],
    ['', 'Marek Toval'],
    ['...', ',,,'],
  ])('%s and %s are two', (a, b) => {
    expect(agreement(a, b)).toBe('none');
  });
});
