import { Logger as NestLog } from '@nestjs/common';
import { createLogger } from './logger';
import { NestLogger } from './nest-logger';

const written = (log: (logger: NestLog) => void): unknown => {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  try {
    NestLog.overrideLogger(new NestLogger(createLogger('spec', 'trace')));
    log(new NestLog('EventLog'));
  } finally {
    write.mockRestore();
  }
  return JSON.parse(lines[0] ?? 'null');
};

describe("Nest's log as lines of ours", () => {
  it('tells of an error that is handed over: its message, its code', () => {
    const error = Object.assign(new Error('relation does not exist'), { code: '42P01' });
    const line = written((logger) => {
      logger.warn('query-facts failed after position 7', error);
    });
    expect(line).toMatchObject({
      level: 'warn',
      context: 'EventLog',
      msg: 'query-facts failed after position 7',
      err: { type: 'Error', message: 'relation does not exist', code: '42P01' },
    });
  });

  it('keeps a stack that Nest gives as text', () => {
    const line = written((logger) => {
      logger.error('broke', 'at somewhere');
    });
    expect(line).toMatchObject({ level: 'error', context: 'EventLog', msg: 'broke', stack: 'at somewhere' });
  });
});
