package org.parley.round;

import java.util.List;
import org.parley.model.text.OptionId;

/// A party's word on a package, or on one point of it.
public sealed interface AnswerWord {

  /// It accepts.
  record Accepts() implements AnswerWord {}

  /// It accepts if the package has all these options. In a package that has them, this counts as
  /// acceptance.
  record AcceptsIf(List<OptionId> options) implements AnswerWord {
    public AcceptsIf {
      options = List.copyOf(options);
    }
  }

  /// It refuses.
  record Declines() implements AnswerWord {}
}
