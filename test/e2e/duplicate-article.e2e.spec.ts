import { describeWithKafka, eventually } from '@app/testing';
import { leadersCall, sampleHistory } from './articles';
import { accepted, articleAnswer, problem, stateAnswer } from './shapes';
import { useSystem } from './system';

describeWithKafka('the same article twice', () => {
  const system = useSystem();
  const article = leadersCall();

  it('has the same id, is answered as a duplicate and counts once', async () => {
    const first = await system().post('intake', '/v1/articles', article);
    const { id } = accepted.parse(first.body);
    await system().recorded([id]);
    const before = stateAnswer.parse((await system().get('query', '/v1/relations/us-cn')).body);

    const second = await system().post('intake', '/v1/articles', article);
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({ status: 'duplicate', id });

    const after = stateAnswer.parse((await system().get('query', '/v1/relations/us-cn')).body);
    expect(after).toEqual(before);
  });

  it('is still known after intake was started again', async () => {
    await system().stop('intake');
    system().launch('intake');
    await system().ready(['intake']);
    const again = await system().post('intake', '/v1/articles', article);
    expect(again.body).toMatchObject({ status: 'duplicate' });
  });

  it('is told line by line in a bulk that repeats itself', async () => {
    const [one, other] = sampleHistory(2);
    const outcomes = await system().postMany([one, other, one]);
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'duplicate']);
    expect(outcomes[2]?.id).toBe(outcomes[0]?.id);
  });

  it('with other words is another revision of the same article', async () => {
    const reworded = {
      ...article,
      text: `${article.text}\n\nCorrection: an earlier version misspelt a name.`,
    };
    const { id, revision } = accepted.parse((await system().post('intake', '/v1/articles', reworded)).body);
    await eventually(async () => {
      const { body } = await system().get('query', `/v1/articles/${article.id}`);
      const shown = articleAnswer.parse(body);
      expect(shown.id).toBe(id);
      expect(shown.revisions.map((one) => one.revision)).toContain(revision);
    }, 20_000);
  });

  it('tells every fault of what is no article, with its path', async () => {
    const answer = await system().post('intake', '/v1/articles', {
      title: '',
      publishedAt: 'soon',
      colour: 'red',
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const paths = problem.parse(answer.body).errors.map(({ path }) => path);
    expect(paths).toEqual(['/publisher', '/publishedAt', '/title', '/text', '']);
  });
});
