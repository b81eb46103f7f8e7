import type { Analysis, Attribution, Name } from '../../terms/attribution.js';
import { lengthOf, overlaps, sharedLength, type Span } from '../../terms/span.js';
import { quotations } from '../../text/quotations.js';
import type { AttributionEngine } from '../engine.js';
import { quotationAttributions, ruleEngine } from '../rules/engine.js';
import { decode, namesFrom, type Scored } from './decode.js';
import { interview, turnsIn } from '../rules/turns.js';
import { readModel, type ModelConfig } from './model-files.js';
import { Tagger } from './tagger.js';
import { unitsOf } from './units.js';

const folder = new URL('../../../models/attribution/', import.meta.url);

/** Units (some 40,000 words) of one text that the model reads; what comes after is left to the rules. */
const mostUnits = 50_000;

/** What the model believes in less is left out: less precise, and hardly more complete, below (models/attribution/card.md). */
const leastConfidence = 0.3;

/** An attribution, and what it rests on: the model, or the rules alone (a quotation, an answer of a printed interview). */
interface Found extends Attribution {
  readonly basis: 'tagged' | 'quoted' | 'answer';
  /** The numbers that the confidence of a tagged one is made of (confidence.ts). */
  readonly features?: readonly number[];
}

/** The loaded model. */
export interface Model {
  /** @param least attributions that the model believes in less are left out. */
  find(text: string, least?: number): Promise<{ attributions: Found[]; names: Name[] }>;
}

/**
 * Reads the model's files and makes it ready.
 * @param threads that it runs on; all cores by default.
 * @throws {ModelUnusableError} naming the file that is absent or damaged.
 */
export async function openModel(threads?: number): Promise<Model> {
  const { config, ...files } = await readModel(folder);
  const tagger = await Tagger.load({ config, ...files }, threads);
  return { find: (text, least = leastConfidence) => find(text, tagger, config, least) };
}

/**
 * The trained engine. English text is tagged by the model, and a real quotation that it misses is added by the rules;
 * other languages, which it was not trained on, are left to the rules. The model is loaded at the first text.
 */
export function modelEngine(): AttributionEngine {
  let loading: Promise<Model> | undefined;
  return {
    version: 'model/3',
    analyse: async (text, language): Promise<Analysis> => {
      if (language !== null && language !== 'en') return ruleEngine.analyse(text, language);
      const { attributions, names } = await (await (loading ??= openModel())).find(text);
      return {
        attributions: attributions.map(({ source, cue, content, confidence }) => ({
          source,
          cue,
          content,
          confidence,
        })),
        names,
      };
    },
  };
}

async function find(
  text: string,
  tagger: Tagger,
  config: ModelConfig,
  least: number,
): Promise<{ attributions: Found[]; names: Name[] }> {
  const units = unitsOf(text, mostUnits);
  const tags = await tagger.tag(text, units);
  const real = quotations(text).filter(({ level }) => level === 0);
  const printed = interview(text);
  const quoted = quotationAttributions(text, 'en');
  const tagged = decode(text, units, tags, real, config, least)
    .filter(({ content }) => !content.some((span) => printed.some((turn) => overlaps(span, turn))))
    .map((scored): Found => ({ ...withSource(scored, quoted), basis: 'tagged', features: scored.features }));
  const taken = tagged.flatMap(({ content }) => content);
  const { rules } = config.confidence;
  const missed = quoted
    .filter(({ content }) => !isCovered(content, taken) && !isCovered(content, printed))
    .map((found): Found => ({ ...found, confidence: rules.quoted, basis: 'quoted' }));
  const answers = turnsIn(text).map((turn): Found => ({
    ...turn,
    confidence: rules.answer,
    basis: 'answer',
  }));
  const attributions = [...tagged, ...missed, ...answers].sort((a, b) => a.content[0]![0] - b.content[0]![0]);
  return { attributions, names: namesFrom(text, units, tags, config.nameLabels) };
}

/** A quotation whose source the model leaves open is taken from the rules where they see one right beside it. */
function withSource(attribution: Scored, quoted: readonly Attribution[]): Attribution {
  if (attribution.source.length > 0) return attribution;
  const first = attribution.content[0]!;
  const beside = quoted.find(({ source, content }) => source.length > 0 && content[0]![0] === first[0]);
  return beside === undefined ? attribution : { ...beside, confidence: attribution.confidence };
}

/** Half or more of the words are in the other spans: a short retelling inside a quotation does not stand for it. */
function isCovered(content: readonly Span[], others: readonly Span[]): boolean {
  return 2 * sharedLength(content, others) >= lengthOf(content);
}
