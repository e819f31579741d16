import { jsonSchemas } from '@app/contracts';
import { ProblemException, RequireScope } from '@app/platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

/** The JSON Schemas that messages name as their `ce_dataschema`. */
@ApiTags('schemas')
@Controller('schemas')
@RequireScope('public')
export class SchemasController {
  private readonly schemas = jsonSchemas();

  @Get()
  @ApiOperation({ summary: 'Where the schemas of all event types are' })
  list(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.keys(this.schemas).map((type) => [type, `/schemas/${type}.json`]));
  }

  @Get(':type.json')
  @Header('content-type', 'application/schema+json')
  @ApiOperation({ summary: "JSON Schema of an event type's data" })
  one(@Param('type') type: string): object {
    const found = Object.entries(this.schemas).find(([name]) => name === type);
    if (found === undefined) throw new ProblemException(404, { title: `There is no event type ${type}` });
    return found[1];
  }
}
