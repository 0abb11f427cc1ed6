import { describe, expect, it } from "vitest";
import { raiseWords } from "../../src/app/raise-words.ts";

describe("what somebody raises", () => {
  it.each([
    ["Disk full", "Disk full", "", ""],
    ["Disk full\n97 % used\nsince noon", "Disk full", "97 % used\nsince noon", ""],
    ["Disk full, source nas", "Disk full", "", "nas"],
    ["Disk full source: nas", "Disk full", "", "nas"],
    ["Disk full; source: rack 3", "Disk full", "", "rack 3"],
    ["Disk full\n97 % used\nSource: nas", "Disk full", "97 % used", "nas"],
    ["Platte voll, Quelle nas\n97 %", "Platte voll", "97 %", "nas"],
    ["Disk full --body 97 % used --source nas", "Disk full", "97 % used", "nas"],
    ["Disk full —source=nas", "Disk full", "", "nas"],
    ['--source nas --subject "Disk full" --body “97 %”', "Disk full", "97 %", "nas"],
    // Nobody is named here.
    ["Source code leaked", "Source code leaked", "", ""],
    ["The water source dried up", "The water source dried up", "", ""],
    ["Build -- broken", "Build -- broken", "", ""],
  ])("%j", (said, subject, body, source) => {
    expect(raiseWords(said)).toEqual({ subject, body, source });
  });

  it("may give the severity as a flag", () => {
    expect(raiseWords("Disk full --severity HIGH")).toMatchObject({ severity: "high", subject: "Disk full" });
  });

  it.each(["", "--source nas", "source: nas", "Disk full --severity urgent"])("%j says too little", (said) => {
    expect(() => raiseWords(said)).toThrow("howToEscalate");
  });
});
