/** The words of JSON Schema that the schemas of the settings use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly description?: string;
}

const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** What an editor would underline, by the words of JSON Schema that the files use. */
export function complaints(schema: Schema, value: unknown, path = ""): readonly string[] {
  const type = typeOf(value);
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types?.includes(type) === false) return [`${path}: ${type}`];
  if (schema.enum?.includes(value) === false) return [`${path}: ${JSON.stringify(value)}`];
  if (typeof value === "string")
    return (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) ||
      value.length < (schema.minLength ?? 0)
      ? [`${path}: ${value}`]
      : [];
  if (typeof value === "number")
    return value < (schema.minimum ?? value) ||
      value > (schema.maximum ?? value) ||
      value <= (schema.exclusiveMinimum ?? value - 1)
      ? [`${path}: ${value}`]
      : [];
  if (Array.isArray(value))
    return value.length < (schema.minItems ?? 0)
      ? [`${path}: empty`]
      : value.flatMap((item, i) => complaints(schema.items ?? {}, item, `${path}/${i}`));
  if (type !== "object") return [];
  const fields = Object.entries(value as Readonly<Record<string, unknown>>);
  const missing = (schema.required ?? []).filter((name) => !fields.some(([field]) => field === name));
  return [
    ...missing.map((name) => `${path}: no ${name}`),
    ...fields.flatMap(([name, held]) => {
      const inner = schema.properties?.[name] ?? schema.additionalProperties ?? true;
      if (inner === false) return [`${path}: ${name}`];
      return complaints(inner === true ? {} : inner, held, `${path}/${name}`);
    }),
  ];
}
