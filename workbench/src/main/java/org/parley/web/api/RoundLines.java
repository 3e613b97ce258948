package org.parley.web.api;

import java.util.List;
import org.parley.answer.round.RoundsAnswer;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.round.RoundsPage;

/// Rounds of sealed answers.
final class RoundLines {

  private RoundLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/rounds", "rounds", "rounds", "the rounds, and what was revealed of answers")
            .answers(
                RoundsAnswer.class,
                asked ->
                    Reply.of(
                        RoundsPage.answer(
                            asked.open(), asked.services().cases().rounds(asked.visitor())))));
  }
}
