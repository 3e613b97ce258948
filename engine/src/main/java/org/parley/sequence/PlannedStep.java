package org.parley.sequence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;

/// A step: a milestone of an instrument or an act of implementation.
///
/// @param id its id
/// @param title the event
/// @param by the party responsible
/// @param duration its duration
/// @param reversible whether it can be undone
/// @param worth its worth to each party, in units of the case: positive for the receiver, negative
///   for the giver
public record PlannedStep(
    StepId id,
    String title,
    List<PartyId> by,
    Duration duration,
    boolean reversible,
    Map<PartyId, Long> worth) {

  /// The duration of a step, in units of the scale.
  ///
  /// @param least the least duration, 0 or more
  /// @param likely the most likely duration, an expectation that bounds nothing; null if none is
  ///   stated
  /// @param most the greatest duration
  /// @param chosenBy who chooses it
  public record Duration(long least, @Nullable Long likely, long most, ChosenBy chosenBy) {

    /// Instantaneous.
    public static final Duration NONE = new Duration(0, null, 0, ChosenBy.PLANNERS);

    public Duration {
      if (least < 0 || most < least || most > Clause.LARGEST || isOutside(likely, least, most)) {
        throw new IllegalArgumentException(
            "reading a duration: from "
                + least
                + " to "
                + most
                + " is not one. Maybe the two are swapped, or one is below 0 or far too large.");
      }
    }

    private static boolean isOutside(@Nullable Long likely, long least, long most) {
      return likely != null && (likely < least || likely > most);
    }

    /// The same with its likely length as its least; itself if none is stated.
    Duration atLeastLikely() {
      return likely == null ? this : new Duration(likely, likely, most, chosenBy);
    }

    public static Duration of(long exactly) {
      return new Duration(exactly, null, exactly, ChosenBy.PLANNERS);
    }

    public static Duration chosen(long least, long most) {
      return new Duration(least, null, most, ChosenBy.PLANNERS);
    }

    public static Duration contingent(long least, long most) {
      return new Duration(least, null, most, ChosenBy.OTHERS);
    }
  }

  /// Who chooses the duration of a step: the planners, or others, in which case it is known only
  /// when it ends.
  public enum ChosenBy {
    PLANNERS,
    OTHERS
  }

  public PlannedStep {
    by = List.copyOf(by);
    worth = Collections.unmodifiableMap(new TreeMap<>(worth));
  }

  PlannedStep atLeastLikely() {
    return new PlannedStep(id, title, by, duration.atLeastLikely(), reversible, worth);
  }

  /// A reversible instantaneous step.
  public static PlannedStep milestone(StepId id, String title) {
    return new PlannedStep(id, title, List.of(), Duration.NONE, true, Map.of());
  }
}
