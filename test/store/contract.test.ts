import { describe } from "vitest";
import { storeContract } from "../contracts/store.ts";
import { folder, openIn } from "./folder.ts";

describe("the store on SQLite", () => {
  storeContract(async () => {
    const dataDir = folder();
    const opened = { store: await openIn(dataDir) };
    const reopen = async () => {
      await opened.store.close();
      opened.store = await openIn(dataDir);
      return opened.store;
    };
    return { store: opened.store, reopen };
  });
});
