import type { StatementView } from '../ledger/ledger.js';
import type { Span } from '../terms/span.js';
import { Layout } from './layout.js';
import { marksOf } from './marks.js';
import { MarkedText } from './marked-text.js';
import { Legend } from './legend.js';
import { Told, Who } from './statement-item.js';

/** One statement: the words, who said them, and the paragraph they stand in, lit. */
export function StatementPage({ view }: { readonly view: StatementView }) {
  const { statement, text } = view;
  const words = statement.contentTexts.join(' … ');
  return (
    <Layout title={words.slice(0, 80)}>
      <p>
        <a href={`/articles/${statement.article.id}#s-${statement.id}`}>← In its article</a>
      </p>
      <h1 class="words">{words}</h1>
      <dl class="detail">
        <dt>Speaker</dt>
        <dd>
          <Who row={statement} />
          {statement.speaker.role === null ? '' : `, ${statement.speaker.role}`}
        </dd>
        <Fact name="Named in the text as" value={statement.speaker.mention} />
        <Fact name="Cue" value={statement.cueText} />
        <Fact name="Kind" value={statement.kind} />
        <Fact name="Act" value={statement.act} />
        <Fact name="First said in or to" value={statement.medium} />
        <Fact name="Passed on by" value={statement.relay} />
        <Fact name="About" value={statement.about.join(', ') || null} />
        <Fact name="Confidence" value={percent(statement.confidence)} />
        <dt>Told by</dt>
        <dd>
          <Told row={statement} />
        </dd>
        <Fact name="Place" value={statement.content.map(([start, end]) => `${start}–${end}`).join(', ')} />
        <Fact name="Article version" value={statement.versionId} />
      </dl>
      <h2>In context</h2>
      <Legend />
      <div class="text">
        <MarkedText text={text} marks={marksOf(statement)} window={contextOf(text, statement)} />
      </div>
    </Layout>
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
