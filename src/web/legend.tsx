/** What the colours in a lit text mean. */
export function Legend() {
  return (
    <p class="legend soft">
      <mark class="source">source</mark> who, <mark class="cue">cue</mark> by which words,{' '}
      <mark class="content">content</mark> what
    </p>
  );
}
