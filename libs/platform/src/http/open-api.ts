import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';

/** The OpenAPI document of an app's controllers. */
export const openApi = (app: INestApplication): OpenAPIObject => {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Détente')
    .setDescription('US-China trade relations as a traceable state: as of any day, as known at any moment.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Needed where API_KEYS is set.' })
    .build();
  return cleanupOpenApiDoc(SwaggerModule.createDocument(app, about), { version: '3.1' });
};

/** Serves the document at /docs, for people and (as /docs/openapi.json) for programs. */
export const serveDocs = (app: INestApplication): void => {
  SwaggerModule.setup('docs', app, () => openApi(app), { jsonDocumentUrl: 'docs/openapi.json' });
};
