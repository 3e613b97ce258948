package org.parley.reading.cases;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.source.SourceId;

/// Why a source is graded as it is.
public sealed interface GradeReason {

  /// It is on record, with its grade.
  record OnRecord(SourceId source) implements GradeReason {}

  /// Another source of the same publisher is graded so.
  record SamePublisher(SourceId source) implements GradeReason {}

  /// Formal features of the text.
  ///
  /// @param named the number of named speakers
  /// @param unnamed the number of unnamed ones
  /// @param dated the number of dated statements
  /// @param statements the number of statements
  /// @param outlets the publishers that it repeats
  record Features(int named, int unnamed, int dated, int statements, List<String> outlets)
      implements GradeReason {
    public Features {
      outlets = List.copyOf(outlets);
    }
  }

  /// The reason in English, without a full stop.
  default String words() {
    return switch (this) {
      case OnRecord(SourceId source) -> "on record as " + source;
      case SamePublisher(SourceId source) -> "as " + source + " of the same publisher is graded";
      case Features features -> {
        List<String> why = new ArrayList<>();
        why.add(count(features.named, "named speaker"));
        why.add(count(features.unnamed, "unnamed source"));
        why.add(features.dated + " of " + features.statements + " statements dated");
        if (!features.outlets.isEmpty()) {
          why.add("repeats " + String.join(", ", features.outlets));
        }
        yield String.join("; ", why);
      }
    };
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
