import { expect, it } from "vitest";
import { channelTypes } from "../../src/channels/index.ts";

it.each([
  ["webhook", { url: "http://127.0.0.1", headers: { "X-Team": "ops ć" } }],
  ["webhook", { url: "http://127.0.0.1", headers: { "X-Team": "a\0b" } }],
  ["ntfy", { token: "tok…en" }],
  ["ntfy", { token: "two\nlines" }],
])("what no request can carry is refused before one is sent: %s %j", (name, settings) => {
  const { error } = channelTypes.get(name)?.settings.safeParse({ type: name, ...settings }) ?? {};
  expect(error?.issues.map(({ message }) => message)).toEqual(["holds letters that HTTP cannot carry in a header"]);
});
