// Uses the types that openapi-typescript makes of the document; tsc --strict compiles it.
import type { components, operations } from "./openapi";

type Schemas = components["schemas"];

/** The kind of a record tells its type. */
export function words(holder: Schemas["VersionedRecord"]): string | undefined {
  switch (holder.kind) {
    case "parties": {
      const kind: string = holder.record.kind;
      return kind;
    }
    case "claims": {
      const speaker: string = holder.record.speaker;
      return speaker;
    }
    default:
      return undefined;
  }
}

/** What is sent is told apart likewise. */
export const added: Schemas["AddRecordInput"] = {
  kind: "parties",
  record: { id: "AA", name: "Aland", kind: "state" },
};

// @ts-expect-error a party has a name
export const nameless: Schemas["AddRecordInput"] = { kind: "parties", record: { id: "AA", kind: "state" } };

type Board = operations["board"]["responses"]["200"]["content"]["application/json"];

/** Enumerations are lists of words. */
export function rejected(board: Board): number {
  return board.rows.flatMap((row) => row.cells).filter((cell) => cell.stance === "rejected").length;
}
