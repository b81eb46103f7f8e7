import type { polarities } from '../terms/vocabulary.js';
import type { RelationGrammar } from './grammar/grammar.js';

/** A relation as put into words somewhere in the text, before it is known what is made of it. */
export interface Proposition {
  readonly relation: RelationGrammar['relation'];
  readonly ends: boolean;
  readonly form: 'verb' | 'noun';
  /** Token of the verb or noun that carries it. */
  readonly trigger: number;
  /** Tokens from the first to the last word of it, half-open. */
  readonly from: number;
  readonly to: number;
  /** Explicit subjects; `side` stands for "we", "our country". */
  readonly subjects: readonly string[];
  readonly side: boolean;
  readonly objects: readonly string[];
  readonly objectIsSide: boolean;
  /** Third place: recognises Ostmark's sovereignty *over* Tarn. */
  readonly over: string | null;
  /** Polarity that the construction itself tells ("but not by Nelu"). */
  readonly polarity?: (typeof polarities)[number];
  /** "urged Ostmark to recognise": nothing is told to have happened. */
  readonly infinitive?: boolean;
  /** The words say that it is sought ("applied to join"). */
  readonly ahead?: boolean;
  /** A noun for something done ("Ostmark's annexation of Tarn"). */
  readonly done?: boolean;
  /** The subject is "they", who speak. */
  readonly they?: boolean;
  /** The words themselves say that it is wished ("the door is open to"). */
  readonly leans?: boolean;
  /** Held by its object ("Ostmark considers Tarn its own"): told in a statement's voice alone. */
  readonly claimed?: boolean;
}
