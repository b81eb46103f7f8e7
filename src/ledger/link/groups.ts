import { sql, type RawBuilder, type Transaction } from 'kysely';

/** What is grouped: statements by utterance, or articles by the text that they copy. */
export type GroupOf = 'utterance' | 'copy';

/** Who decides, and when. */
export interface Decision {
  readonly action: 'join' | 'part' | 'undo';
  readonly by: string;
  readonly byHand: boolean;
  readonly reason: string | null;
  readonly at: Date;
}

/** Two members that belong together. */
export interface Alike {
  readonly a: string;
  readonly b: string;
  readonly score: number | null;
}

type Tx = Transaction<unknown>;

interface Place {
  readonly member_id: string;
  readonly group_id: string;
  readonly action: Decision['action'];
  readonly by_hand: boolean;
}

/** The groups that members are in now, by member; a member without an event is alone and absent. */
export async function placesOf(tx: Tx, of: GroupOf, members: readonly string[]): Promise<Map<string, Place>> {
  const { rows } = await sql<Place>`select member_id, group_id, action, by_hand from group_member
    where "of" = ${of} and member_id = any(${textArray(members)})`.execute(tx);
  return new Map(rows.map((row) => [row.member_id, row]));
}

/** Members of a group now. */
export async function membersOf(tx: Tx, of: GroupOf, group: string): Promise<string[]> {
  // The events of the group name whoever was ever in it; the view then tells who still is.
  const { rows } = await sql<{ member_id: string }>`select member_id from group_member
    where "of" = ${of} and group_id = ${group}
      and member_id in (select member_id from group_event where "of" = ${of} and group_id = ${group})
    order by member_id`.execute(tx);
  return rows.map(({ member_id }) => member_id);
}

/**
 * Puts the groups of alike members together; the smaller moves to the larger. A member that was parted by hand stays where
 * it is, unless a hand joins it.
 */
export async function joinAlike(
  tx: Tx,
  of: GroupOf,
  links: readonly Alike[],
  decision: Decision,
): Promise<void> {
  if (links.length === 0) return;
  const places = await placesOf(tx, of, [...new Set(links.flatMap(({ a, b }) => [a, b]))]);
  const isHeld = (id: string) => places.get(id)?.by_hand === true && places.get(id)?.action === 'part';
  for (const { a, b, score } of links) {
    if (!decision.byHand && (isHeld(a) || isHeld(b))) continue;
    const [mine, other] = [await crowd(tx, of, a, places.get(a)), await crowd(tx, of, b, places.get(b))];
    if (mine.group === other.group) continue;
    const [from, to, like] = mine.members.length <= other.members.length ? [mine, other, b] : [other, mine, a]; // prettier-ignore
    if (!to.known) await insertEvents(tx, of, to.members, to.group, { like: null, score: null }, decision);
    await insertEvents(tx, of, from.members, to.group, { like, score }, decision);
    for (const member_id of [...from.members, ...to.members])
      places.set(member_id, {
        member_id,
        group_id: to.group,
        action: decision.action,
        by_hand: decision.byHand,
      });
  }
}

interface Crowd {
  readonly members: readonly string[];
  readonly group: string;
  /** False for a member that was never decided on, which makes a group of its own. */
  readonly known: boolean;
}

async function crowd(tx: Tx, of: GroupOf, member: string, place: Place | undefined): Promise<Crowd> {
  if (place === undefined) return { members: [member], group: member, known: false };
  return { members: await membersOf(tx, of, place.group_id), group: place.group_id, known: true };
}

/** Appends one event a member. */
export async function insertEvents(
  tx: Tx,
  of: GroupOf,
  members: readonly string[],
  group: string,
  found: { readonly like: string | null; readonly score: number | null },
  { action, by, byHand, reason, at }: Decision,
): Promise<void> {
  await sql`insert into group_event ("of", member_id, group_id, action, like_id, score, "by", by_hand, reason, recorded_at)
    select ${of}, member, ${group}, ${action}, nullif(${found.like ?? ''}, member), ${found.score}::real, ${by}, ${byHand}, ${reason}, ${at}
    from unnest(${textArray(members)}) member`.execute(tx);
}

/** A bound `text[]`; both drivers take the literal form. Ids hold nothing that needs escaping. */
export function textArray(ids: readonly string[]): RawBuilder<unknown> {
  return sql`${`{${ids.join(',')}}`}::text[]`;
}

/** A bound `bigint[]`, of decimal strings. */
export function bigintArray(numbers: readonly string[]): RawBuilder<unknown> {
  return sql`${`{${numbers.join(',')}}`}::bigint[]`;
}
