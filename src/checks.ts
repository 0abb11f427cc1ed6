/** Where checks may connect to and what they may run, on this machine and by what belfry.toml says now. */
import type { BelfryFile } from "./belfry-file.ts";
import { defaultLimits } from "./kinds/check/command/containment.ts";
import type { CommandSettings } from "./kinds/check/command/settings.ts";
import type { CheckWorld } from "./kinds/check/kind.ts";
import { allowance, systemNetwork } from "./kinds/check/net/network.ts";
import { defaultAnchors } from "./kinds/check/reach.ts";

/** Only named commands are run, and what an owner has approved for one action. */
export function checkSettings(
  file: Pick<BelfryFile, "current">,
  machine: Pick<CommandSettings, "workspace" | "inherited" | "containment" | "children">,
): Pick<CheckWorld, "network" | "commands" | "anchors"> {
  return {
    network: () => systemNetwork(allowance(file.current().network.allow), []),
    commands: () => ({
      ...machine,
      ...{ named: file.current().commands, limits: defaultLimits, approved: () => false },
    }),
    anchors: defaultAnchors,
  };
}
