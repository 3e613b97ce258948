package org.parley.outlook.plan;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.StepId;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;

/// How the time of a step is drawn.
public sealed interface StepTime {

  /// By the duration that the case states. With a likely length, whole days are drawn in a
  /// triangle. Its weight falls from the likely day to nothing beyond the least and the most.
  /// Without one, every day is as likely.
  ///
  /// @param isAssumed whether no source states it
  record OfCase(boolean isAssumed) implements StepTime {

    /// By a duration that a source states.
    public OfCase() {
      this(false);
    }
  }

  /// By the time that others took from their accord on, whatever else the step waits for.
  ///
  /// @param provisions the provisions its topics are about
  /// @param counts when others had done these
  /// @param accord the day from which it counts
  record OfOthers(List<Provision> provisions, DoneTimes counts, AccordDay accord)
      implements StepTime {
    public OfOthers {
      provisions = List.copyOf(new TreeSet<>(provisions));
    }
  }

  /// Nothing can be said: it counts as taking no time.
  record Untold(UntoldReason why) implements StepTime {}

  /// The day of the accord of a step.
  ///
  /// @param signing the open step that is its signature; null if it is not one of the plan
  /// @param elapsedDays without one, how many days before the first day of the plan it was signed
  /// @param onRecord whether either is on record; else it counts from the first day of the plan
  record AccordDay(@Nullable StepId signing, long elapsedDays, boolean onRecord) {
    public AccordDay {
      if (elapsedDays < 0) {
        throw new IllegalArgumentException("signed " + -elapsedDays + " days ahead");
      }
    }
  }

  /// Why nothing can be said of the time of a step.
  enum UntoldReason {
    /// It has neither a duration nor topics.
    NO_TOPIC,
    /// No provision that is followed elsewhere is about its topics.
    NO_COUNTERPART,
    /// Too few accords have the provision.
    TOO_FEW,
    /// It has been open for as long as others are on record, or all others had done it by now.
    BEYOND_RECORD
  }
}
