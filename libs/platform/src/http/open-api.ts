import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { type NextFunction, type Request, type Response } from 'express';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { ENV, type PlatformEnv } from '../config/env';
import { ApiKeyGuard } from './api-key.guard';

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

/** Serves the document at /docs, for people and (as /docs/openapi.json) for programs; with keys set, to those who may read. */
export const serveDocs = (app: INestApplication): void => {
  const { API_KEYS } = app.get<PlatformEnv>(ENV);
  const guard = new ApiKeyGuard(API_KEYS);
  // These pages are routes of Express, which Nest's guards never see. What this throws becomes a problem like any other.
  app.use('/docs', (request: Request, _: Response, next: NextFunction) => {
    guard.admit(request, 'read');
    next();
  });
  SwaggerModule.setup('docs', app, () => openApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    // Its default would lie beside /docs, where nothing asks for a key.
    yamlDocumentUrl: 'docs/openapi.yaml',
  });
};
