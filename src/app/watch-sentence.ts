/** Sentences about checks and what they raise, and the operations they are for. */
import type { ManageRequest, WatchRequest } from "../language/request.ts";
import type { Operation } from "./operation.ts";
import { dependAction } from "./operations/depend.ts";
import { addMaintenance } from "./operations/maintain.ts";
import { endMaintenance } from "./operations/maintain-end.ts";
import { listMaintenance } from "./operations/maintain-list.ts";

const intents: ReadonlySet<string> = new Set<WatchRequest["intent"]>([
  "maintenance",
  "maintenanceEnd",
  "maintenances",
  "depend",
]);

export function isWatch(request: ManageRequest): request is WatchRequest {
  return intents.has(request.intent);
}

/** The operation and its input; `about` is what a reply is about, for requests that name nothing. */
export function watchMeaning(
  request: WatchRequest,
  about: { action?: number | undefined },
): [Operation<unknown>, object] {
  switch (request.intent) {
    case "maintenance": {
      const { target, from, until } = request;
      return [addMaintenance, { action: target === "" ? (about.action ?? "") : target, from, until }];
    }
    case "maintenanceEnd":
      return [endMaintenance, { action: request.target === "" && about.action ? `#${about.action}` : request.target }];
    case "maintenances":
      return [listMaintenance, {}];
    case "depend":
      return [dependAction, { action: request.target, on: request.on }];
  }
}
