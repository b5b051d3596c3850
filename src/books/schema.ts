import { COMPANY_SETTINGS } from "./company.ts";
import { MEASURES_SETTINGS } from "./own-measures.ts";
import type { Setting, Settings } from "./settings.ts";

/** A JSON Schema that editors complete and check a settings file by. */
export interface SchemaFile {
  /** The name that it is written under: "company.schema.json". */
  readonly name: string;
  /** The settings file that it describes. */
  readonly of: string;
  readonly text: string;
}

type Json = Readonly<Record<string, unknown>>;

/** One for each settings file, made from what the reader itself goes by. */
export const SCHEMAS: readonly SchemaFile[] = [
  schemaFile("company", "The company", COMPANY_SETTINGS),
  schemaFile("measures", "The company's own measures", MEASURES_SETTINGS),
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
  const held: Json =
    holds.shape === "text"
      ? holds.kind.schema
      : holds.shape === "list"
        ? { type: "array", ...(need === "required" ? { minItems: 1 } : {}), items: fieldsSchema(holds.settings) }
        : { type: "object", additionalProperties: { type: ["string", "number"] } };
  return { description: about, ...(need === "required" ? held : orNothing(held)) };
}

/** What may be left out may also be written and left empty, which editors read as null. */
function orNothing(held: Json): Json {
  if (Array.isArray(held["enum"])) return { ...held, enum: [...held["enum"], null] };
  const { type } = held;
  return { ...held, type: [...(Array.isArray(type) ? type : [type]), "null"] };
}
