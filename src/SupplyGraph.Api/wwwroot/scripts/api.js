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
export const get = async (path, signal) => (await send({ path }, { signal })).json();

/** What to fetch for the routes of a question: an address, and under a scenario a body. */
export function routesRequest(question, scenario) {
  if (!isAssumed(scenario)) return { path: '/v1/routes?' + questionParameters(question) };
  return { path: '/v1/routes', body: { ...bodyOf(question), scenario: scenarioBody(scenario) } };
}

/** The routes of a question. */
export const routes = async (question, scenario, signal) => (await send(routesRequest(question, scenario), { signal })).json();

/** The bytes of an answer in another format. */
export const download = async (request, accept) => (await send(request, { headers: { accept } })).blob();

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

/** Asks by GET, or where there is a body by POST. */
const send = ({ path, body }, { headers = {}, signal }) =>
  body
    ? reach(path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body), signal })
    : reach(path, { headers, signal });

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
