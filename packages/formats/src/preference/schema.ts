import type { PreferenceShape, TurnKeys } from './shape.ts';

type Schema = Readonly<Record<string, unknown>>;

const spokenText = { type: 'string', pattern: '\\S' } as const;

/** JSON Schema of one row of a shape. */
export function preferenceSchema({ name, title, prompt, chosen, rejected, answer, keys }: PreferenceShape): Schema {
  const [column, inner] = prompt;
  const turns = { type: 'array', minItems: 1, items: turnSchema(keys, [keys.system, keys.user, keys.assistant]) };
  const promptSchema = inner === undefined ? turns : objectSchema({ [inner]: turns });
  const turn = turnSchema(keys, [keys.assistant]);
  const answerSchema = answer === 'turn' ? turn : { type: 'array', minItems: 1, maxItems: 1, items: turn };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://dsgen.dev/schemas/${name}.json`,
    title,
    ...objectSchema({ [column]: promptSchema, [chosen]: answerSchema, [rejected]: answerSchema }),
  };
}

function objectSchema(properties: Schema): Schema {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

export function turnSchema(keys: TurnKeys, roles: readonly string[]): Schema {
  return objectSchema({ [keys.role]: { enum: roles }, [keys.text]: spokenText });
}
