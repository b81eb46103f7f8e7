import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import type { AttributionEngine } from '../../src/attribute/engine.js';

const lineSchema = z.object({ id: z.string(), text: z.string() });

/** Task `attribution`: JSON Lines `{id, text}` → JSON Lines `{id, attributions}`. Gold in the input is not looked at. */
export async function predictAttribution(
  input: string,
  output: string,
  engine: AttributionEngine,
): Promise<void> {
  const out = createWriteStream(output);
  for await (const line of createInterface({ input: createReadStream(input) })) {
    if (line.trim() === '') continue;
    const { id, text } = lineSchema.parse(JSON.parse(line));
    const { attributions } = await engine.analyse(text, 'en');
    out.write(`${JSON.stringify({ id, attributions })}\n`);
  }
  out.end();
  await finished(out);
}
