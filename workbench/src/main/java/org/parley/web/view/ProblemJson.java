package org.parley.web.view;

import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A problem as programs are told it. See RFC 9457, Problem Details for HTTP APIs, 2023.
public final class ProblemJson {

  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemJson() {}

  /// A problem with `type`, `title`, `status`, `detail`, `code` and `advice`.
  ///
  /// @param title what happened, in a few words
  /// @param advice what to do, starting with "Maybe"
  public static ObjectNode of(ProblemCode code, String title, String detail, String advice) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("type", code.type())
        .put("title", title)
        .put("status", code.status())
        .put("detail", detail)
        .put("code", code.code())
        .put("advice", advice);
  }

  /// Answers with a problem.
  public static void show(Context ctx, ObjectNode problem) {
    ctx.status(problem.get("status").intValue())
        .contentType(MEDIA_TYPE)
        .result(JsonMapper.shared().writeValueAsBytes(problem));
  }
}
