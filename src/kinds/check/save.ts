/** What has to be right before a check is saved, beyond its form: it is asked again by every run. */
import { FolderRefused, openFolder } from "./command/folder.ts";
import { approvalKey, commandOf, needsApproval } from "./command/run.ts";
import type { CommandSettings } from "./command/settings.ts";
import { Trouble } from "./probe.ts";
import { type CheckSpec, checkSpec, type SpecProblem } from "./spec.ts";

/** The form for whatever comes in through a door: a text for bash can only come from the owner's own files. */
export const askedCheckSpec = checkSpec.superRefine(({ probe }, context) => {
  if ("run" in probe && "shell" in probe.run && probe.run.shell) {
    context.addIssue({ code: "custom", path: ["probe", "run", "shell"], message: "bash is not for chat" });
  }
});

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
