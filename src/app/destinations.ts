/** Finding the chat and topic somebody means, among those they may have something told in. Deny by default. */
import type { Belfry } from "../core/belfry.ts";
import type { Chat, Destination, Person } from "../core/chat.ts";
import { BelfryError } from "../core/errors.ts";
import { type DestinationWords, readDestinations } from "../language/destination.ts";
import { destinationName, mayTell } from "./destination.ts";
import type { Prepared } from "./draft.ts";
import { bestMatches } from "./match.ts";
import type { Call, Done } from "./operation.ts";
import { ask } from "./questions.ts";

/** A group or topic, by the name it is found by. */
interface Place extends Destination {
  title: string;
}

/** So many are offered; a name finds any. */
const most = 12;

/**
 * Does `then` with where it is to go: chosen already (`to`), or as said (`place`); null where neither is. `teller` has
 * the right to it or not, whoever asks. Asks where several are meant.
 * @throws BelfryError `noPlace`, with the same words for what is not there and for what is not theirs
 */
export async function withDestination<I extends { to?: Destination | undefined; place?: string | undefined }>(
  belfry: Belfry,
  call: Call,
  { operation, input }: { operation: string; input: I },
  teller: Person,
  then: (to: Destination | null) => Promise<Done>,
): Promise<Done> {
  const { to, place, ...rest } = input;
  if (to !== undefined) {
    await refuseForeign(belfry, call, teller, to);
    return then(to);
  }
  if (place === undefined) return then(null);
  const found = await placesMeant(belfry, call, teller, place);
  const [only, another] = found;
  if (!only) throw new BelfryError("noPlace", unknownPlace(place));
  if (!another) return then({ chat: only.chat, thread: only.thread });
  return askWhere(belfry, call, { operation, input: rest }, place, found);
}

/** "the Home group" is a group called Home. */
function unknownPlace(place: string): { target: string; sort: string } {
  const [{ group, topic, name } = {}, another] = readDestinations(place);
  if (another) return { target: place, sort: "" };
  return { target: group ?? topic ?? name ?? place, sort: group ? "group" : topic ? "topic" : "" };
}

/** Asks for one of these; another one may be named. */
export async function askWhere(
  belfry: Belfry,
  call: Call,
  { operation, input }: Prepared,
  phrase: string,
  places: Destination[],
): Promise<Done> {
  const choices = [];
  for (const { chat, thread } of places.slice(0, most)) {
    const destination = await destinationName(belfry, { chat, thread });
    const choice = { name: null, schedule: null, action: null, destination };
    choices.push({ operation, input: { ...input, to: { chat, thread } }, choice });
  }
  const words = { operation, input, field: "place" };
  return ask(belfry, call, { code: "where", title: phrase, phrase, choices, words });
}

/** @throws BelfryError `noPlace` */
export async function refuseForeign(belfry: Belfry, call: Call, teller: Person, to: Destination): Promise<void> {
  const chat = await belfry.store.chats.get(to.chat);
  const isHere = to.chat === call.chat;
  const isKnown =
    to.thread === null ||
    (isHere && to.thread === call.thread) ||
    (await belfry.store.topics.get(to.chat, to.thread)) !== null;
  if (chat && isKnown && (isHere || (await mayTell(belfry, teller, chat)) === true)) return;
  throw new BelfryError("noPlace", { target: "" });
}

/** The fullest reading of the words that names anything. */
async function placesMeant(belfry: Belfry, call: Call, teller: Person, said: string): Promise<Place[]> {
  const chats = await open(belfry, call, teller);
  const groups = chats.map(({ id, title }) => ({ chat: id, thread: null, title }));
  const topics = (await Promise.all(chats.map(({ id }) => belfry.store.topics.of(id)))).flat();
  const named = topics.map(({ chat, thread, name }) => ({ chat, thread, title: name }));
  for (const words of readDestinations(said)) {
    const found = matching(words, groups, named);
    const here = found.filter(({ chat, thread }) => chat === call.chat && thread !== null);
    if (found.length > 0) return here.length > 0 ? here : found;
  }
  return [];
}

function matching({ group, topic, name }: DestinationWords, groups: Place[], topics: Place[]): Place[] {
  if (name !== undefined) return bestMatches([...groups, ...topics], name);
  const within = group === undefined ? groups : bestMatches(groups, group);
  if (topic === undefined) return within;
  return bestMatches(
    topics.filter(({ chat }) => within.some((one) => one.chat === chat)),
    topic,
  );
}

/** The groups in which they may have something told, and the one they speak in. */
async function open(belfry: Belfry, call: Call, teller: Person): Promise<Chat[]> {
  const groups = (await belfry.store.chats.list()).filter(({ type, blockedAt }) => type === "group" && !blockedAt);
  const may = await Promise.all(groups.map((chat) => chat.id === call.chat || mayTell(belfry, teller, chat)));
  return groups.filter((_, i) => may[i] === true);
}
