/** What the shades and lines in a lit text mean. */
export function Legend({ names = false }: { readonly names?: boolean }) {
  return (
    <p class="legend">
      <span>
        <mark class="source">source</mark> who
      </span>
      <span>
        <mark class="cue">cue</mark> by which words
      </span>
      <span>
        <mark class="content">content</mark> what
      </span>
      {names ? (
        <span>
          <mark class="name">name</mark> how a disputed thing is called
        </span>
      ) : null}
    </p>
  );
}
