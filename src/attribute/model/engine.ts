import type { Analysis, Attribution } from '../../terms/attribution.js';
import { overlaps, type Span } from '../../terms/span.js';
import { quotations } from '../../text/quotations.js';
import type { AttributionEngine } from '../engine.js';
import { quotationAttributions, ruleEngine } from '../rules/engine.js';
import { decode, namesFrom } from './decode.js';
import { interview, turnsIn } from '../rules/turns.js';
import { readModel, type ModelConfig } from './model-files.js';
import { Tagger } from './tagger.js';
import { unitsOf } from './units.js';

const folder = new URL('../../../models/attribution/', import.meta.url);

/** Units (some 40,000 words) of one text that the model reads; what comes after is left to the rules. */
const mostUnits = 50_000;

/**
 * The trained engine. English text is tagged by the model, and a real quotation that it misses is added by the rules;
 * other languages, which it was not trained on, are left to the rules. The model is loaded at the first text.
 */
export function modelEngine(): AttributionEngine {
  let loading: Promise<{ config: ModelConfig; tagger: Tagger }> | undefined;
  const load = async () => {
    const files = await readModel(folder);
    return { config: files.config, tagger: await Tagger.load(files) };
  };
  return {
    version: 'model/1',
    analyse: async (text, language) => {
      if (language !== null && language !== 'en') return ruleEngine.analyse(text, language);
      const { config, tagger } = await (loading ??= load());
      return analyse(text, tagger, config);
    },
  };
}

async function analyse(text: string, tagger: Tagger, config: ModelConfig): Promise<Analysis> {
  const units = unitsOf(text, mostUnits);
  const tags = await tagger.tag(text, units);
  const real = quotations(text).filter(({ level }) => level === 0);
  const printed = interview(text);
  const tagged = decode(text, units, tags, real).filter(
    ({ content }) => !content.some((span) => printed.some((turn) => overlaps(span, turn))),
  );
  const quoted = quotationAttributions(text, 'en');
  const found = tagged.map((attribution) => withSource(attribution, quoted));
  const taken = found.flatMap(({ content }) => content);
  const turns = turnsIn(text).map((turn) => ({ ...turn, confidence: turnConfidence }));
  const missed = quoted.filter(({ content }) => !isCovered(content, taken) && !isCovered(content, printed));
  const attributions = [...found, ...missed, ...turns].sort((a, b) => a.content[0]![0] - b.content[0]![0]);
  return { attributions, names: namesFrom(text, units, tags, config.nameLabels) };
}

/** Share of the answers of printed interviews that are right on the training articles. */
const turnConfidence = 0.6;

/** A quotation whose source the model leaves open is taken from the rules where they see one right beside it. */
function withSource(attribution: Attribution, quoted: readonly Attribution[]): Attribution {
  if (attribution.source.length > 0) return attribution;
  const first = attribution.content[0]!;
  return (
    quoted.find(({ source, content }) => source.length > 0 && content[0]![0] === first[0]) ?? attribution
  );
}

/** Half or more of the words are in the other spans: a short retelling inside a quotation does not stand for it. */
function isCovered(content: readonly Span[], others: readonly Span[]): boolean {
  const length = content.reduce((sum, [start, end]) => sum + end - start, 0);
  const both = content.flatMap((span) =>
    others.map((other) => Math.max(0, Math.min(span[1], other[1]) - Math.max(span[0], other[0]))),
  );
  return 2 * both.reduce((sum, n) => sum + n, 0) >= length;
}
