import { describe, expect, it } from "vitest";
import { canonicalZone, findZones, isZone, zoneVersion } from "../../src/time/zones.ts";

describe("zone names", () => {
  it("are those of the database, however they are capitalised, and no offsets or words", () => {
    for (const name of ["Europe/Berlin", "europe/berlin", "UTC", "Etc/GMT+3", "US/Pacific"])
      expect(isZone(name)).toBe(true);
    for (const name of ["", "+02:00", "Atlantis", "Europe/", "../etc", "Europe/Berlin "])
      expect(isZone(name)).toBe(false);
  });

  it("are written as they are today", () => {
    expect(canonicalZone("europe/kiev")).toBe("Europe/Kyiv");
    expect(canonicalZone("Asia/Calcutta")).toBe("Asia/Kolkata");
    expect(canonicalZone("america/new_york")).toBe("America/New_York");
    expect(canonicalZone("Etc/UTC")).toBe("UTC");
    expect(canonicalZone("Atlantis/Deep")).toBeNull();
  });

  it("are all known to Intl under the name of today", () => {
    for (const zone of findZones("a").concat(Intl.supportedValuesOf("timeZone"))) {
      const name = canonicalZone(zone);
      expect(name && new Intl.DateTimeFormat("en", { timeZone: name })).toBeTruthy();
    }
  });

  it("are found by city, large city, or beginning", () => {
    const found: [string, string][] = [
      ["Tokyo", "Asia/Tokyo"],
      ["new york", "America/New_York"],
      ["Berlin", "Europe/Berlin"],
      ["munich", "Europe/Berlin"],
      ["München", "Europe/Berlin"],
      ["sao paulo", "America/Sao_Paulo"],
      ["New Delhi", "Asia/Kolkata"],
      ["san franc", "America/Los_Angeles"],
      ["europe/ber", "Europe/Berlin"],
      ["utc", "UTC"],
    ];
    for (const [words, zone] of found) expect([words, ...findZones(words)]).toEqual([words, zone]);
    expect(findZones("san").length).toBeGreaterThan(2);
    for (const words of ["", "x", "asdf", "$(rm)"]) expect(findZones(words)).toEqual([]);
  });

  it("have a version", () => {
    expect(zoneVersion()).toMatch(/^\d{4}[a-z]$/);
  });
});
