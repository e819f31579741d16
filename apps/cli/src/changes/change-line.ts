import { type RelationChanged } from '@app/contracts';
import { describeValue } from '../output/describe-value';

/** A change in one line: day, facet, from, to, flags; then the sentence that it rests on. */
export const changeLine = ({
  effective,
  facet,
  from,
  to,
  late,
  corrects,
  evidence,
}: RelationChanged): string => {
  const flags = [...(late ? ['late'] : []), ...(corrects ? ['correction'] : [])];
  const was = from === null ? 'new' : describeValue(from);
  const is = to === null ? 'gone' : describeValue(to);
  const [first] = evidence;
  const because = first === undefined ? '' : `\n            “${first.sentence}” (${first.publisher})`;
  return `${effective}  ${facet}: ${was} → ${is}${flags.length > 0 ? ` [${flags.join(', ')}]` : ''}${because}`;
};
