import { createHash, timingSafeEqual } from 'node:crypto';
import { SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { isLoopback } from './loopback';
import { ProblemException } from './problem';

export type Scope = 'read' | 'write';

const SCOPE = 'detente:scope';

/** What a route asks of a key; without it a GET asks `read`, all else `write`. `public` asks nothing. */
export const RequireScope = (scope: Scope | 'public'): CustomDecorator => SetMetadata(SCOPE, scope);

interface HashedKey {
  readonly scope: Scope;
  readonly hash: Buffer;
}

const FORM = /^(read|write):([0-9a-f]{64})$/;

/** `write:sha256hex` → its parts. @throws Error when it has another form. */
const parseApiKey = (text: string): HashedKey => {
  const [, scope, hash] = FORM.exec(text) ?? [];
  if (hash === undefined || (scope !== 'read' && scope !== 'write')) {
    throw new Error('API_KEYS: expected read:<sha256 in hex> or write:<sha256 in hex>, separated by commas');
  }
  return { scope, hash: Buffer.from(hash, 'hex') };
};

const sentKey = (request: Request): string | undefined => {
  const bearer = /^Bearer (\S+)$/i.exec(request.header('authorization') ?? '');
  return bearer?.[1] ?? request.header('x-api-key');
};

/**
 * Without keys only this machine is served, and a browser on it could still be led here by a page whose name was made to
 * point at loopback (DNS rebinding): it then sends that name as host.
 */
const refuseForeignHost = (request: Request): true => {
  if (isLoopback(request.hostname)) return true;
  throw new ProblemException(403, {
    title: `This service answers as localhost, not as ${request.hostname}`,
    detail: 'Set API_KEYS to serve other names.',
  });
};

/** Denies by default: with keys configured every route needs one, but those marked public; `serveDocs` asks it for its pages. */
export class ApiKeyGuard implements CanActivate {
  private readonly keys: readonly HashedKey[];
  private readonly reflector = new Reflector();

  constructor(apiKeys: readonly string[]) {
    this.keys = apiKeys.map(parseApiKey);
  }

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const needed = this.neededScope(context, request);
    return needed === 'public' || this.admit(request, needed);
  }

  /** For routes that are not Nest's, too. @throws ProblemException when the request may not have what needs this scope. */
  admit(request: Request, needed: Scope): true {
    if (this.keys.length === 0) return refuseForeignHost(request);
    const key = sentKey(request);
    const found = key === undefined ? [] : this.find(key);
    if (found.length === 0) {
      throw new ProblemException(401, {
        title: 'An API key is needed',
        detail: 'Send it as `Authorization: Bearer KEY` or `X-API-Key: KEY`.',
      });
    }
    if (needed === 'write' && !found.includes('write')) {
      throw new ProblemException(403, { title: 'This key may only read' });
    }
    return true;
  }

  private neededScope(context: ExecutionContext, request: Request): Scope | 'public' {
    const marked = this.reflector.getAllAndOverride<Scope | 'public' | undefined>(SCOPE, [
      context.getHandler(),
      context.getClass(),
    ]);
    return marked ?? (request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write');
  }

  /** Compares with every key, in the same time whichever matches. */
  private find(key: string): Scope[] {
    const hash = createHash('sha256').update(key).digest();
    return this.keys.filter((known) => timingSafeEqual(known.hash, hash)).map(({ scope }) => scope);
  }
}
