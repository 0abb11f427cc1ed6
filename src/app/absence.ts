/** What a message about an absence told of, for whoever presses its buttons. */
import type { Action } from "../core/action.ts";
import type { AwayView } from "../core/away.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Call } from "./operation.ts";

type Told = Extract<AwayView, { view: "away" }>;

/** @throws BelfryError `questionOver` where nothing was told here, or it is forgotten */
export async function toldOfAbsence(belfry: Belfry, call: Call): Promise<{ view: Told; actions: Action[] }> {
  const { store } = belfry;
  const told = call.pressed === null ? null : await store.deliveries.get(call.pressed);
  if (told?.chat !== call.chat || told.payload.view !== "away") throw new BelfryError("questionOver");
  const view = told.payload;
  const all = await Promise.all([...view.skipped, ...view.late].map(({ action }) => store.actions.get(action)));
  return { view, actions: all.filter((action) => action !== null).filter(({ deletedAt }) => deletedAt === null) };
}
