import type { ArticlePosition, Correction, StatementView, UtteranceView } from '../ledger/ledger.js';
import { joined, type Span } from '../terms/span.js';
import { HowToCite } from './cite.js';
import { Corrections } from './editing/corrections.js';
import { UtteranceForms } from './editing/utterances.js';
import { Layout } from './layout.js';
import { Legend } from './parts/legend.js';
import { marksOf, marksOfEdits } from './parts/marks.js';
import { MarkedText } from './parts/marked-text.js';
import { shorten, Told, Who } from './parts/statement-item.js';
import { propositionOf } from './positions-page.js';
import { Gone } from './versions-page.js';
import { Wordings } from './wordings.js';

interface StatementProps {
  readonly view: StatementView;
  /** What the statement commits its speaker to. */
  readonly positions: readonly ArticlePosition[];
  /** Null where it is not known. */
  readonly utterance: UtteranceView | null;
  /** Newest first. */
  readonly corrections: readonly Correction[];
  /** Since when its article is gone from its address, ISO 8601; null where it is there. */
  readonly goneSince: string | null;
  /** Where this page is, for the citation. */
  readonly address: string;
}

/** One statement: the words, who said them, the paragraph they stand in, what they commit to, how to cite them. */
export function StatementPage(props: StatementProps) {
  const { view, positions, utterance, corrections, goneSince, address } = props;
  const { statement, text } = view;
  const words = joined(statement.contentTexts, statement.content);
  return (
    <Layout title={shorten(words, 80)}>
      <p class="back">
        <a href={`/articles/${statement.article.id}#s-${statement.id}`}>← In its article</a>
      </p>
      <h1 class="visually-hidden">
        Statement by {statement.speaker.entity ?? statement.speaker.mention ?? 'nobody named'}
      </h1>
      <figure class="said">
        <blockquote class={words.length > 280 ? 'long' : undefined}>{words}</blockquote>
        <figcaption>
          <Who row={statement} />
          {statement.speaker.role === null ? '' : `, ${statement.speaker.role}`}
          <div class="facts">
            <Told row={statement} />
          </div>
        </figcaption>
      </figure>
      <Gone since={goneSince} />
      <div class="columns">
        <section aria-labelledby="context">
          <h2 id="context">In context</h2>
          <Legend />
          <div class="text">
            <MarkedText
              text={text}
              marks={[...marksOf(statement), ...marksOfEdits(statement)]}
              window={contextOf(text, statement)}
            />
          </div>
          {positions.length === 0 ? null : <Positions positions={positions} />}
          {utterance === null ? null : <Wordings utterance={utterance} id={statement.id} />}
          <UtteranceForms id={statement.id} utterance={utterance} />
          <Corrections statement={statement} positions={positions} corrections={corrections} />
          <HowToCite statement={statement} address={address} />
        </section>
        <aside aria-label="What is on record">
          <h2>On record</h2>
          <Details statement={statement} />
        </aside>
      </div>
    </Layout>
  );
}

function Details({ statement }: { readonly statement: StatementView['statement'] }) {
  return (
    <dl class="detail">
      <Fact name="Named as" value={statement.speaker.mention} />
      <Fact name="Type" value={statement.speaker.type} />
      <Fact name="Cue" value={statement.cueText} />
      <Fact name="Kind" value={statement.kind} />
      <Fact name="Act" value={statement.act} />
      <Fact name="First said" value={statement.medium} />
      <Fact name="Passed on by" value={statement.relay} />
      <Fact name="About" value={statement.about.join(', ')} />
      <Fact name="Confidence" value={percent(statement.confidence)} />
      <Fact name="Place" value={statement.content.map(([start, end]) => `${start}–${end}`).join(', ')} />
      <Fact name="Recorded" value={statement.recordedAt.slice(0, 10)} />
      <Fact name="Version" value={statement.versionId} />
      <Fact name="Id" value={statement.id} />
    </dl>
  );
}

function Positions({ positions }: Pick<StatementProps, 'positions'>) {
  return (
    <>
      <h2>Commits to</h2>
      <ul>
        {positions.map((row) => (
          <li>
            {row.holder}: <span class="tag strong">{row.stance}</span> {propositionOf(row)}
            {row.words === null ? null : <span class="soft"> (“{row.words}”)</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null || value === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function percent(confidence: number | null): string | null {
  return confidence === null ? null : `${Math.round(confidence * 100)}%`;
}

/** The paragraphs that the statement touches, and one more on each side. */
export function contextOf(
  text: string,
  roles: Pick<StatementView['statement'], 'source' | 'cue' | 'content'>,
): Span {
  const all = [...roles.source, ...roles.cue, ...roles.content];
  const start = Math.min(...all.map((span) => span[0]));
  const end = Math.max(...all.map((span) => span[1]));
  const before = text.lastIndexOf('\n\n', start - 1);
  const oneMore = before <= 0 ? -1 : text.lastIndexOf('\n\n', before - 1);
  const after = text.indexOf('\n\n', end);
  const another = after === -1 ? -1 : text.indexOf('\n\n', after + 2);
  return [oneMore === -1 ? 0 : oneMore + 2, another === -1 ? text.length : another];
}
