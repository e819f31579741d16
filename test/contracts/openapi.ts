import { openApi } from '@app/platform';
import { type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type OpenAPIObject } from '@nestjs/swagger';
import { IntakeModule } from '../../apps/intake/src/intake.module';
import { QueryModule } from '../../apps/query/src/query.module';
import { TrackerModule } from '../../apps/tracker/src/tracker.module';

const SERVICES: readonly { readonly module: Type; readonly url: string; readonly description: string }[] = [
  { module: QueryModule, url: 'http://127.0.0.1:8080', description: 'query' },
  { module: IntakeModule, url: 'http://127.0.0.1:8081', description: 'intake' },
  { module: TrackerModule, url: 'http://127.0.0.1:8083', description: 'tracker' },
];
/** Each service has them: told once, in the operators' page. */
const EVERYWHERE = /^[/](health|metrics)/;

/** An app's document from its controllers alone: nothing is connected to. */
const documentOf = async (module: Type): Promise<OpenAPIObject> => {
  const app = await NestFactory.create(module, {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  return openApi(app);
};

/** One OpenAPI document of all services; each path says by `servers` which of them answers it. */
export const mergedOpenApi = async (): Promise<OpenAPIObject> => {
  let merged: OpenAPIObject | undefined;
  for (const { module, url, description } of SERVICES) {
    const one = await documentOf(module);
    const paths = Object.entries(one.paths)
      .filter(([at]) => !EVERYWHERE.test(at))
      .map(([at, item]): [string, object] => [at, { ...item, servers: [{ url, description }] }]);
    merged = {
      ...(merged ?? one),
      paths: { ...(merged?.paths ?? {}), ...Object.fromEntries(paths) },
      components: {
        ...one.components,
        ...merged?.components,
        schemas: { ...one.components?.schemas, ...merged?.components?.schemas },
      },
    };
  }
  if (merged === undefined) throw new Error('no services');
  return merged;
};
