import { answerRequest } from "#lib/web/rest/answer-request.ts";

// REST: every operation, one address each. What is here is listed at /api/v1/openapi.json.
export {
  answerRequest as DELETE,
  answerRequest as GET,
  answerRequest as PATCH,
  answerRequest as POST,
  answerRequest as PUT,
};
