import type { SchemaFile } from "../books/schema.ts";
import { CALL_SETTINGS } from "./call-file.ts";
import { TABLES_SETTINGS } from "./table-file.ts";
import type { Holds, Setting, Settings } from "./table-settings.ts";

type Json = Readonly<Record<string, unknown>>;

/** JSON Schemas of tables.yaml and call.yaml, made from what their readers go by. */
export const RELEASE_SCHEMAS: readonly SchemaFile[] = [
  schemaFile("tables", "The tables and charts of a release", TABLES_SETTINGS),
  schemaFile("call", "The call, the webcast and the replay of a release", CALL_SETTINGS),
];

function schemaFile(name: string, title: string, settings: Settings): SchemaFile {
  const schema = { $schema: "http://json-schema.org/draft-07/schema#", title, ...fieldsSchema(settings) };
  return { name: `${name}.schema.json`, of: `${name}.yaml`, text: `${JSON.stringify(schema, undefined, 2)}\n` };
}

function fieldsSchema(settings: Settings): Json {
  const entries = Object.entries(settings);
  return {
    type: "object",
    additionalProperties: false,
    required: entries.flatMap(([name, { need }]) => (need === "required" ? [name] : [])),
    properties: Object.fromEntries(entries.map(([name, setting]) => [name, settingSchema(setting)])),
  };
}

function settingSchema({ holds, need, about }: Setting<unknown>): Json {
  const held = heldSchema(holds);
  return { description: about, ...(need === "required" ? held : orNothing(held)) };
}

function heldSchema(holds: Holds): Json {
  switch (holds.shape) {
    case "text":
      return holds.kind.schema;
    case "texts":
      return { ...holds.kind.schema, type: [...typesOf(holds.kind.schema), "array"], items: holds.kind.schema };
    case "names":
      return { type: "object", additionalProperties: { type: ["string", "number"] } };
    case "fields":
      return fieldsSchema(holds.settings);
    case "list":
      return { type: "array", items: fieldsSchema(holds.settings) };
  }
}

/** What may be left out may also be written and left empty, which editors read as null. */
function orNothing(held: Json): Json {
  if (Array.isArray(held["enum"])) return { ...held, enum: [...held["enum"], null] };
  return { ...held, type: [...typesOf(held), "null"] };
}

function typesOf({ type }: Json): readonly unknown[] {
  return Array.isArray(type) ? type : [type];
}
