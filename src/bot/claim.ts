/** The one sentence a stranger may say: the code from the console. Whatever is wrong with it is met with silence. */
import { callOperation } from "../app/operation.ts";
import { claim } from "../app/operations/claim.ts";
import { BelfryError } from "../core/errors.ts";
import { callOf } from "./call.ts";
import { offerMenu } from "./menu.ts";
import type { Talk } from "./talk.ts";

/** Why, for whoever reads the log; the person hears nothing. */
const refusals: Record<string, string> = {
  wrong: "wrong code",
  expired: "the code is older than 15 minutes; start Belfry again for a new one",
  locked: "there were too many wrong codes; start Belfry again for a new one",
};

const codeAlone = /^(?:\/(?:start|claim)(?:@\w+)?\s+)?([\w-]{16,64})$/;

export async function offerClaim(talk: Talk): Promise<void> {
  const code = codeAlone.exec(talk.message?.text?.trim() ?? "")?.[1];
  if (code === undefined) return;
  try {
    await callOperation(talk.belfry, claim, { code }, callOf(talk, null));
    talk.turn.settled = true;
  } catch (error) {
    if (!(error instanceof BelfryError)) throw error;
    const why = refusals[String(error.args.reason)] ?? "this Belfry has an owner";
    return talk.belfry.log.warn({ person: talk.actor.id }, `a claim was refused: ${why}`);
  }
  await offerMenu(talk.belfry, talk.api).catch((error: unknown) =>
    talk.belfry.log.warn({ err: error }, "no command menu for the new owner"),
  );
}
