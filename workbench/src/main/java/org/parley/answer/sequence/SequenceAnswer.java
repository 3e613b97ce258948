package org.parley.answer.sequence;

import java.util.List;
import org.parley.exact.Finding;
import org.parley.wording.BoundWording;

/// The answer to a question about the sequence.
///
/// @param text the answer to read, with its last line feed
/// @param json the same as a record
/// @param isYes whether it can be done; knots and ways out are no such question
public record SequenceAnswer(String text, Object json, boolean isYes) {

  /// Lines of text, each with its line feed.
  static String text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /// The sentence that says what is promised of an answer that is not proved; empty for others.
  static String promise(Finding<?> finding) {
    return switch (finding) {
      case Finding.Proved<?> _, Finding.Exhausted<?> _, Finding.Impossible<?> _ -> "";
      case Finding.Bounded<?>(_, var bound, _) -> BoundWording.text(bound) + "\n";
    };
  }
}
