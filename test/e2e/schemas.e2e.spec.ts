import { TOPICS } from '@app/contracts';
import { describeWithKafka, eventually } from '@app/testing';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { sampleHistory } from './articles';
import { readWholeTopic } from './foreign-consumer';
import { useSystem } from './system';

const schema = z.record(z.string(), z.unknown());
const REQUIRED = [
  'ce_specversion',
  'ce_id',
  'ce_source',
  'ce_type',
  'ce_time',
  'ce_subject',
  'ce_dataschema',
];

describeWithKafka('every message of every topic', () => {
  const system = useSystem();
  const ajv = new Ajv2020({ allErrors: true, keywords: ['x-extensible'], allowUnionTypes: true });
  addFormats(ajv);
  const validators = new Map<string, ValidateFunction>();

  /** The schema at the URL that a message names, as its reader would get it. */
  const validatorAt = async (url: string): Promise<ValidateFunction> => {
    const known = validators.get(url);
    if (known !== undefined) return known;
    const validate = ajv.compile(schema.parse(await (await fetch(url)).json()));
    validators.set(url, validate);
    return validate;
  };

  beforeAll(async () => {
    const accepted = await system().postMany(sampleHistory(40));
    await system().recorded(accepted.map(({ id }) => id));
  }, 60_000);

  it.each(Object.values(TOPICS))(
    '%s is a CloudEvent that fits the schema that it names',
    async (topic) => {
      const { brokers, prefix } = system().kafka;
      const messages = await eventually(async () => {
        const all = await readWholeTopic(brokers, `${prefix}${topic}`);
        if (all.length === 0) throw new Error(`nothing is on ${topic} yet`);
        return all;
      }, 20_000);
      for (const { key, headers, value } of messages) {
        expect(key).toMatch(/\S/);
        expect(REQUIRED.filter((name) => headers[name] === undefined)).toEqual([]);
        if (value === null) continue;
        const validate = await validatorAt(headers['ce_dataschema'] ?? '');
        expect(validate(value) ? [] : validate.errors).toEqual([]);
      }
    },
    60_000,
  );
});
