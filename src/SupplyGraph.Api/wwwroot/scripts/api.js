// Asks the server. What goes wrong arrives as a Problem, whether the server says so or cannot be reached.
import { isAssumed, questionParameters } from './address.js';

/** A problem of RFC 9457 as the server describes it; status 0 where it cannot be reached. */
export class Problem extends Error {
  constructor(problem, retryAfter = null) {
    super(problem.detail ?? problem.title);
    Object.assign(this, {
      status: problem.status,
      code: problem.code,
      title: problem.title,
      errors: problem.errors ?? {},
      near: problem.near ?? [],
      traceId: problem.traceId,
      retryAfter,
    });
  }
}

/** The JSON at an address. */
export const get = (path, signal) => fetchJson(path, { signal });

/** The JSON that a body is answered with. */
export const post = (path, body, signal) =>
  fetchJson(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal });

/** What to fetch for the routes of a question: an address, and under a scenario a body. */
export function routesRequest(question, scenario) {
  if (!isAssumed(scenario)) return { path: '/v1/routes?' + questionParameters(question) };
  return { path: '/v1/routes', body: { ...bodyOf(question), scenario: scenarioBody(scenario) } };
}

/** The routes of a question. */
export function routes(question, scenario, signal) {
  const request = routesRequest(question, scenario);
  return request.body ? post(request.path, request.body, signal) : get(request.path, signal);
}

/** The bytes of an answer in another format. */
export async function download(request, accept) {
  const headers = request.body ? { accept, 'content-type': 'application/json' } : { accept };
  return (await reach(request.path, { method: request.body ? 'POST' : 'GET', headers, body: request.body && JSON.stringify(request.body) })).blob();
}

/** A question as a body of POST /v1/routes. */
function bodyOf(question) {
  const body = {};
  for (const [name, value] of Object.entries(question)) {
    if (value === null || value.length === 0) continue;
    body[name] = ['minConfidence', 'maxHops', 'limit'].includes(name) ? Number(value) : value;
  }
  return body;
}

/** Who says what a scenario's claims say. */
export const assumedBy = 'Assumed in the explorer';

const scenarioBody = scenario => ({
  removedEntities: scenario.removed,
  removedRelationships: scenario.cut,
  changedStatus: scenario.established.map(relationship => ({ relationship, status: 'established' })),
  claims: scenario.claims.map(claim => ({ ...claim, publisher: assumedBy, statement: 'Assumed for one question.' })),
});

async function fetchJson(path, options) {
  return (await reach(path, options)).json();
}

async function reach(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem({ status: 0, code: 'unreachable', title: 'The server cannot be reached', detail: 'Is it still running? Then try again.' });
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({ status: response.status, title: `The server answers ${response.status}` }));
  throw new Problem(problem, Number(response.headers.get('retry-after')) || null);
}
