import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes in use from which the garbage of parsed pages is collected: a page of 150 KB leaves some 30 MB. */
const much = 160 * 2 ** 20;

let collect: (() => void) | undefined;
/** In use after the last collection: what is not garbage does not get less by collecting again. */
let kept = 0;

/**
 * Collects garbage where much has gathered. V8 waits longer the more memory a machine has: reading an archive took up to
 * 800 MB; so it takes 310, and a tenth more time (`bench/read-speed.ts`, `bench/results.md`).
 */
export function keepHeapSmall(): void {
  if (getHeapStatistics().used_heap_size < Math.max(much, 2 * kept)) return;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  kept = getHeapStatistics().used_heap_size;
}
