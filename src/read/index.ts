export { readPage, readText } from './read-page.js';
export type { Reading, ReadOptions } from './reading.js';
