package org.parley.web.api;

import java.util.List;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.operate.StatusAnswer;

/// How the server is.
final class StatusLines {

  private StatusLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/status", "people", "status", "how the server is, in words and days")
            .forMediators()
            .answers(
                StatusAnswer.class,
                asked -> Reply.of(StatusAnswer.of(asked.services().status().look()))));
  }
}
