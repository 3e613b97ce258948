package org.parley.wording;

import java.time.LocalDate;
import org.parley.sequence.plan.ImplementationProgress;

/// How much of a settlement was carried out, in one language.
public final class ProgressWording {

  private final Messages messages;

  public ProgressWording(Messages messages) {
    this.messages = messages;
  }

  /// A level from 0 to 3: "not begun", "full".
  public String level(int level) {
    return messages.text("sequence.progress.level", "level", level);
  }

  /// That a step fell from one level to a lower one.
  public String reversal(ImplementationProgress.Reversal reversal) {
    return messages.text(
        "sequence.progress.reversal",
        "from",
        level(reversal.from()),
        "to",
        level(reversal.to()),
        "day",
        reversal.day());
  }

  /// The shares carried out by a day, in two or three sentences.
  public String rate(LocalDate day, ImplementationProgress.Rate rate) {
    return messages.text(
        "sequence.progress.rate", "day", day, "lenient", rate.lenient(), "strict", rate.strict());
  }
}
