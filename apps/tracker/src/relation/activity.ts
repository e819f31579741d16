import { CLOCK, type Clock } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';

/** When an article was recorded last: whether a history is still being loaded. */
@Injectable()
export class Activity {
  private lastAt: number;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {
    this.lastAt = clock.now().getTime();
  }

  note(): void {
    this.lastAt = this.clock.now().getTime();
  }

  idleSeconds(): number {
    return (this.clock.now().getTime() - this.lastAt) / 1000;
  }
}
