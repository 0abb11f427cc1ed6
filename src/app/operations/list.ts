import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import type { Delivery } from "../../core/delivery.ts";
import type { Change } from "../../core/store.ts";
import type { ListRow, View } from "../../core/view.ts";
import { scopeOf } from "../access.ts";
import { destinationName } from "../destination.ts";
import { type Listed, listed, listKey } from "../listing.ts";
import { removeMessage } from "../messages.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { label } from "./inputs.ts";

const rowsPerPage = 8;
/** Telegram takes no edits of older messages. */
const editableMs = 48 * 60 * 60_000;
/** An earlier list this many messages above is still in sight. */
const inSight = 5;

type ListView = Extract<View, { view: "list" }>;

const input = z.object({
  page: z.number().int().min(1).default(1),
  mode: z.enum(["open", "pause"]).default("open"),
  label: label.optional(),
});

export const listActions: Operation<z.infer<typeof input>> = {
  name: "actions.list",
  summary: "Lists actions.",
  needs: "member",
  input,
  run: async (belfry, { page, mode, label }, call) => {
    const all = await listed(belfry, scopeOf(call), call.settings.zone, label);
    const view = { ...(await paged(belfry, call, all, page, mode)), ...(label === undefined ? {} : { label }) };
    return call.pressed === null ? inPlace(belfry, call, view) : { show: [{ view }], changes: [] };
  },
};

async function paged(
  belfry: Belfry,
  call: Call,
  all: Listed[],
  wanted: number,
  mode: "open" | "pause",
): Promise<ListView> {
  const pages = Math.max(1, Math.ceil(all.length / rowsPerPage));
  const page = Math.min(wanted, pages);
  const paused = all.filter(({ row }) => row.status === "paused").length;
  const rows: ListRow[] = [];
  for (const { row, where } of all.slice((page - 1) * rowsPerPage, page * rowsPerPage)) {
    const isHere = where.chat === call.chat && where.thread === null;
    const place = isHere ? "" : await destinationName(belfry, where);
    rows.push(place === "" ? row : { ...row, place });
  }
  return { view: "list", rows, active: all.length - paused, paused, page, pages, mode };
}

/**
 * Asked for again, the list stays one message: the earlier one is updated while it is in sight. Where it is not, or
 * where nothing would be seen to change, the list comes anew and the earlier one goes.
 */
async function inPlace(belfry: Belfry, call: Call, view: View): Promise<Done> {
  const { store, clock } = belfry;
  const key = listKey(call);
  const [number = "", ...before] = ((await store.meta.get(key)) ?? "").split(" ");
  const earlier = await store.deliveries.get(Number(number));
  const editable = earlier?.state === "sent" && clock.now() - earlier.createdAt < editableMs ? earlier : null;
  const says = JSON.stringify(view);
  const note = (id: number): Change => ({ do: "putMeta", key, value: `${id} ${says}` });
  if (editable && isInSight(call, editable) && before.join(" ") !== says)
    return { show: [{ view, edits: editable.id }], changes: [note(editable.id)] };
  const id = await store.newId("delivery");
  const gone = editable ? await removeMessage(belfry, call.key, editable.id) : [];
  return { show: [{ view, id }], changes: [note(id), ...gone] };
}

/** Messages of a chat are numbered in their order. Where nothing was written, nobody has scrolled. */
function isInSight({ source }: Call, { messageId }: Delivery): boolean {
  return source === null || (messageId !== null && source.message - messageId <= inSight);
}
