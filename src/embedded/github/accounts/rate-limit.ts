import { ok } from '../core/answer.ts';
import type { AccountRoute } from '../core/route.ts';

export const rateLimitRoute: AccountRoute = {
  method: 'GET',
  path: '/rate_limit',
  docs: 'rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user',
  answer: ({ access, limits }) => {
    const rate = limits.of(access);
    return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
  },
};
