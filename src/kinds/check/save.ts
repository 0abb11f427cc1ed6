/** What has to be right before a check is saved, beyond its form: it is asked again by every run. */
import { userInfo } from "node:os";
import type { Approvable } from "../../core/approval.ts";
import { FolderRefused, openFolder } from "./command/folder.ts";
import { approvalKey, commandOf, needsApproval } from "./command/run.ts";
import { type CommandSettings, DEFAULT_TIMEOUT_MS } from "./command/settings.ts";
import { Trouble } from "./probe.ts";
import { type CheckSpec, checkSpec, type SpecProblem } from "./spec.ts";

/** The form for whatever comes in through a door: a text for bash can only come from the owner's own files. */
export const askedCheckSpec = checkSpec.superRefine(({ probe }, context) => {
  if ("run" in probe && "shell" in probe.run && probe.run.shell) {
    context.addIssue({ code: "custom", path: ["probe", "run", "shell"], message: "bash is not for chat" });
  }
});

/** What an owner is asked about a command that has no name. */
export function approvable({ probe }: CheckSpec): Approvable | null {
  if (!("run" in probe) || !needsApproval(probe.run)) return null;
  const items = probe.run.argv.map((item) => (/^[^\s"'`]+$/.test(item) ? item : JSON.stringify(item)));
  const timeoutMs = probe.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return { key: approvalKey(probe.run), command: items.join(" "), user: userInfo().username, timeoutMs };
}

/** `needs_approval` is no refusal: the check is saved paused and an owner is asked to approve `approvalKey`. */
export async function saveProblems({ probe }: CheckSpec, settings: CommandSettings): Promise<SpecProblem[]> {
  if (!("run" in probe)) return [];
  const problems: SpecProblem[] = [];
  if (needsApproval(probe.run) && !settings.approved(approvalKey(probe.run))) {
    problems.push({ code: "needs_approval", at: "probe.run", detail: JSON.stringify(probe.run.argv) });
  }
  try {
    const { cwd } = commandOf(probe.run, { ...settings, approved: () => true });
    await (await openFolder(settings.workspace, cwd ?? ".")).close();
  } catch (error) {
    if (error instanceof FolderRefused) problems.push({ code: error.code, at: "probe.run.cwd", detail: error.message });
    else if (error instanceof Trouble) {
      problems.push({ code: "unknown_command", at: "probe.run", detail: error.detail ?? "" });
    } else throw error;
  }
  return problems;
}
