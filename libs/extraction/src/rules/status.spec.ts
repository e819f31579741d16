import { statusTable } from './status';

const look = statusTable(
  [
    { class: 'impose', tense: ['future'], negated: true, status: 'suspended' },
    { class: 'impose', when: ['ahead', 'none'], status: 'announced' },
  ],
  ['suspended', 'announced'],
);
const key = { class: 'impose', tense: 'future', modality: 'plan', negated: false, when: 'ahead' };

describe('a status table', () => {
  it('takes the first row that fits and names it', () => {
    const steps: string[] = [];
    const status = look(key, (step, detail) => steps.push(`${step}: ${detail}`));
    expect(status).toBe('announced');
    expect(steps).toEqual([
      'status: impose, future, plan, when ahead = announced by row 2 (impose, when ahead or none)',
    ]);
  });

  it('names what is negated', () => {
    const steps: string[] = [];
    look({ ...key, negated: true }, (_step, detail) => steps.push(detail));
    expect(steps).toEqual([
      'impose, future, plan, when ahead, negated = suspended by row 1 (impose, future, negated)',
    ]);
  });

  it('answers null, and leaves no step, where no row fits', () => {
    const steps: string[] = [];
    expect(look({ ...key, when: 'today' }, (step) => steps.push(step))).toBeNull();
    expect(steps).toEqual([]);
  });

  it('refuses at load a status that the type does not have', () => {
    expect(() => statusTable([{ class: 'x', status: 'odd' }], ['suspended'])).toThrow('no such status: odd');
  });
});
