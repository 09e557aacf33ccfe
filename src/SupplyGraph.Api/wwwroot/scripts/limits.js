// What the server takes and assumes, as /v1/schema and its documentation say.

export const usual = { maxHops: 6, limit: 10 };
export const most = { maxHops: 12, limit: 100, vias: 4, values: 50, hubs: 8 };
