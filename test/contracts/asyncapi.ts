import { EVENT_TYPES, jsonSchemas, TOPICS, topicSettings, type TopicSetting } from '@app/contracts';
import { toMessage, type EventMessage } from '@app/messaging';
import { sampleMessages } from '@app/testing';
import { z } from 'zod';
import { version } from '../../package.json';

// The AsyncAPI 3 document of the topics: names, settings, schemas and samples all come from the code that uses them.

interface Described {
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  readonly says: string;
  readonly sample: EventMessage;
}

const MESSAGES: Readonly<Record<string, Described>> = {
  articleReceived: {
    topic: TOPICS.articlesReceived,
    type: EVENT_TYPES.articleReceived,
    key: "The article's id.",
    says: 'An article as intake hands it on. Others may write here too: what cannot be read goes to `articles.received.v1.dlq`.',
    sample: sampleMessages.articleReceived,
  },
  observationsExtracted: {
    topic: TOPICS.observationsExtracted,
    type: EVENT_TYPES.observationsExtracted,
    key: "The article's id.",
    says: 'What an engine read in an article, with the article itself.',
    sample: sampleMessages.observationsExtracted,
  },
  relationChanged: {
    topic: TOPICS.relationsChanges,
    type: EVENT_TYPES.relationChanged,
    key: 'The relation: `us-cn`. One relation keeps its order.',
    says: 'One facet of the relation reads differently than before. At least once: drop repeats by ce_source and ce_id.',
    sample: sampleMessages.relationChanged,
  },
  facetState: {
    topic: TOPICS.relationsState,
    type: EVENT_TYPES.facetState,
    key: 'Relation and facet: `us-cn/tariff/US`.',
    says: 'What one facet reads now, whole; the topic is compacted.',
    sample: sampleMessages.facetState,
  },
  facetGone: {
    topic: TOPICS.relationsState,
    type: EVENT_TYPES.facetState,
    key: 'Relation and facet: `us-cn/dispute/US/trade-talks`.',
    says: 'A tombstone: the message has no value, the facet is gone.',
    sample: sampleMessages.facetGone,
  },
};

const text = (description: string): object => ({ type: 'string', description });
const exactly = (value: string): object => ({ type: 'string', const: value });

/** CloudEvents 1.0 in Kafka's binary mode. */
const headersOf = (type: string, hasValue: boolean): object => ({
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'],
  properties: {
    ce_specversion: exactly('1.0'),
    ce_id: text('With ce_source, what repeats are told by: the same event has the same id for ever.'),
    ce_source: text('The service that published it.'),
    ce_type: exactly(type),
    ce_time: { type: 'string', format: 'date-time', description: 'When it was recorded.' },
    ce_subject: text('The facet.'),
    ce_dataschema: text('URL of the JSON Schema of the value.'),
    ce_correlationid: text('Follows one article through all services.'),
    ce_causationid: text('Id of the message that this one came from.'),
    republished: text("`true` when it was sent once more on an operator's word."),
    ...(hasValue && { 'content-type': exactly('application/json') }),
  },
});

const withDefs = z.looseObject({ $defs: z.record(z.string(), z.unknown()).default({}) });

/** The schemas in one place: those of the types, and the parts that they share. */
const schemas = (): Record<string, unknown> => {
  const all: Record<string, unknown> = {};
  for (const [type, schema] of Object.entries(jsonSchemas())) {
    const { $defs, ...own } = withDefs.parse(schema);
    delete own['$id']; // they name the file of its own that each type has
    delete own['$schema'];
    Object.assign(all, $defs, { [type]: own });
  }
  const rooted = JSON.stringify(all).replaceAll('#/$defs/', '#/components/schemas/');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(rooted));
};

const message = (name: string, { type, key, says, sample }: Described): object => {
  const hasValue = sample.data !== null;
  return {
    name,
    title: type,
    summary: says,
    contentType: 'application/json',
    headers: headersOf(type, hasValue),
    payload: hasValue ? { $ref: `#/components/schemas/${type}` } : { type: 'null' },
    bindings: { kafka: { key: text(key), bindingVersion: '0.5.0' } },
    examples: [{ name, headers: toMessage(sample).headers, payload: sample.data }],
  };
};

const refs = (names: readonly string[], to: string): Record<string, object> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `${to}${name}` }]));
const namesOn = (topic: string): string[] =>
  Object.keys(MESSAGES).filter((name) => MESSAGES[name]?.topic === topic);

const channel = ({ topic, partitions, config }: TopicSetting): object => ({
  address: topic,
  description: `Made with ${partitions} partition${partitions === 1 ? '' : 's'} and ${settings(config)}.`,
  messages: refs(namesOn(topic), '#/components/messages/'),
  bindings: { kafka: { topic, partitions, bindingVersion: '0.5.0' } },
});
const settings = (config: TopicSetting['config']): string =>
  Object.entries(config)
    .map(([name, value]) => `\`${name}=${value}\``)
    .join(', ');

const operation = (topic: string): [string, object] => {
  const action = topic === TOPICS.articlesReceived ? 'receive' : 'send';
  const messages = Object.values(refs(namesOn(topic), `#/channels/${topic}/messages/`));
  return [`${action}.${topic}`, { action, channel: { $ref: `#/channels/${topic}` }, messages }];
};

/** What this system sends, and what it takes, over Kafka: an AsyncAPI 3.0 document. */
export const asyncApi = (): object => {
  const topics = topicSettings().filter(({ topic }) => namesOn(topic).length > 0);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Détente: topics',
      version,
      description:
        'CloudEvents 1.0 in binary mode over Kafka, at least once. How to subscribe: docs/subscribing.md.',
    },
    defaultContentType: 'application/json',
    servers: {
      local: { host: '127.0.0.1:8085', protocol: 'kafka', description: 'What `npm start` brings.' },
    },
    channels: Object.fromEntries(topics.map((setting) => [setting.topic, channel(setting)])),
    operations: Object.fromEntries(topics.map(({ topic }) => operation(topic))),
    components: {
      messages: Object.fromEntries(
        Object.entries(MESSAGES).map(([name, described]) => [name, message(name, described)]),
      ),
      schemas: schemas(),
    },
  };
};
