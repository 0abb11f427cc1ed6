import { describe, expect, it } from "vitest";
import { causeOf, errorClass } from "../../../src/app/escalation/cause.ts";

describe("two failures are the same", () => {
  it.each([
    ["HTTP 502", "HTTP 503", "http 5xx"],
    ["latency 812 ms over 500 ms", "latency 1904.5 ms over 500 ms", "latency # ms over # ms"],
    ['"Add to cart" not found', '"Checkout" not found', "… not found"],
    ["ECONNREFUSED 10.0.0.7:443", "ECONNREFUSED 10.0.0.8:443", "econnrefused #"],
    ["GET https://a.example/x?id=1 failed", "GET https://b.example/ failed", "get … failed"],
    ["job 4f9a0c12de failed\nat line 3", "job 00ab34cd99 failed\nat line 9", "job # failed"],
  ])("%s and %s", (a, b, both) => {
    expect([errorClass(a), errorClass(b)]).toEqual([both, both]);
  });

  it("and others are not", () => {
    expect(causeOf(17, "HTTP 502")).toBe("17/http 5xx");
    expect(new Set(["HTTP 502", "HTTP 404", "timeout", "certificate expires in 3 days"].map(errorClass)).size).toBe(4);
  });
});
