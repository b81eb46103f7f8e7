import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { AttributionEngine } from '../../src/attribute/engine.js';
import { findSpeakers } from '../../src/resolve/find-speakers.js';
import { spanSchema } from '../../src/terms/record.js';

const spans = z.array(spanSchema);
const lineSchema = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(
    z.object({ id: z.union([z.string(), z.number()]), source: spans, cue: spans, content: spans }),
  ),
});

/** Task `speakers`: JSON Lines `{id, text, attributions}` → JSON `[{article, speakers}]`, for the attributions given. */
export async function predictSpeakers(
  input: string,
  output: string,
  engine: AttributionEngine,
): Promise<void> {
  const result = [];
  for (const line of readFileSync(input, 'utf8').split('\n').filter(Boolean)) {
    const { id, text, attributions } = lineSchema.parse(JSON.parse(line));
    const { names } = await engine.analyse(text, 'en');
    const usable = attributions.filter(({ content }) => content.length > 0);
    const article = {
      url: null,
      outlet: null,
      title: null,
      authors: [],
      published: null,
      language: 'en',
      text,
    };
    const { resolution, names: lists } = findSpeakers(article, {
      names,
      attributions: usable.map((a) => ({ ...a, confidence: 1 })),
    });
    result.push({
      article: id,
      speakers: resolution.speakers.map((speaker, i) => ({
        attribution: usable[i]!.id,
        ...speaker,
        // The scorer takes several speakers as a list; the record joins them.
        entity: lists[i]!.length > 1 ? lists[i]! : speaker.entity,
      })),
    });
  }
  writeFileSync(output, JSON.stringify(result));
}
