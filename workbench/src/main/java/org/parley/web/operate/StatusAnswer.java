package org.parley.web.operate;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.operate.PartFinding;
import org.parley.operate.PartStatus;
import org.parley.operate.PartStatus.Condition;
import org.parley.operate.ServerPart;
import org.parley.operate.ServerStatus;
import org.parley.web.view.Say;

/// How a server is, for people and programs.
///
/// @param condition the worst of its parts
public record StatusAnswer(
    String version, Instant since, Condition condition, List<StatusPartAnswer> parts) {

  public StatusAnswer {
    parts = List.copyOf(parts);
  }

  /// How a part is.
  ///
  /// @param days absent where none are meant
  /// @param said a sentence
  public record StatusPartAnswer(
      ServerPart part,
      Condition condition,
      PartFinding finding,
      @Nullable Integer days,
      List<String> names,
      String said) {

    static StatusPartAnswer of(ServerPart part, PartStatus found) {
      return new StatusPartAnswer(
          part,
          found.finding().condition(),
          found.finding(),
          found.days(),
          found.names(),
          Say.text(
              "status.found",
              "found",
              found.finding(),
              "days",
              found.days() == null ? 0 : found.days(),
              "count",
              found.names().size(),
              "first",
              found.names().isEmpty() ? "" : found.names().getFirst(),
              "others",
              String.join(", ", found.names().stream().skip(1).toList()),
              "names",
              String.join(", ", found.names())));
    }
  }

  /// The answer to a look, in the order of the parts.
  public static StatusAnswer of(ServerStatus found) {
    return new StatusAnswer(
        found.version(),
        found.since(),
        found.condition(),
        Arrays.stream(ServerPart.values())
            .flatMap(part -> found.find(part).map(each -> StatusPartAnswer.of(part, each)).stream())
            .toList());
  }
}
