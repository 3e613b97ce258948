package org.parley.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.answer.CaseDay;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.KnownRecords;
import picocli.CommandLine.Option;

/// The day a command looks at, the day whose knowledge counts, and the form of its answer.
public final class DayOptions {

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Look at this day. Default: the last day on which something was said or done.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known-at",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "With the knowledge of this day. Default: all that is known.")
  private @Nullable LocalDate knownAt;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /// The day and the knowledge asked for, by default the last day of the case and all knowledge.
  public AsOf asOf(CaseView view) {
    return new AsOf(
        asOf != null ? asOf : CaseDay.shown(view), knownAt != null ? knownAt : LocalDate.MAX);
  }

  /// The view with the knowledge of the day asked for.
  public CaseView known(CaseView view) {
    return knownAt == null ? view : KnownRecords.of(view, knownAt);
  }

  /// The day asked for; null if none is.
  public @Nullable LocalDate asked() {
    return asOf;
  }

  /// Whether a day or a day of knowledge is asked for.
  public boolean isAsked() {
    return asOf != null || knownAt != null;
  }

  /// Whether the answer is to be JSON.
  public boolean isJson() {
    return json;
  }
}
