package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;

/// The term of one commitment in every world of a box: [Standing] over intervals.
///
/// @param from the entry into force
/// @param end the end of the term
/// @param voidings the moments it is void from, and of their determination
/// @param surely the suspensions in every world
/// @param perhaps the suspensions in any world
record BoxStanding(
    TimeRange from, TimeRange end, List<Lapse> voidings, Standing surely, Standing perhaps) {

  private static final Standing NOTHING = Standing.suspendedFor(List.of());

  /// Void from one moment, determined at another.
  record Lapse(TimeRange from, TimeRange found, boolean endsOpenDuties) {}

  static BoxStanding of(
      Commitment commitment,
      List<LoggedFact> terms,
      List<? extends Dossier> voiders,
      BoxFinder finder,
      WorldBox box) {
    TimeRange from = from(commitment, terms, box);
    return new BoxStanding(
        from,
        end(commitment, from, terms, box),
        lapses(commitment, voiders, finder, box),
        suspended(commitment, terms, box, true),
        suspended(commitment, terms, box, false));
  }

  private static TimeRange from(Commitment commitment, List<LoggedFact> terms, WorldBox box) {
    TimeRange from = TimeRange.ALWAYS;
    for (String milestone : commitment.term().milestones()) {
      TimeRange reached = TimeRange.NEVER;
      for (LoggedFact entry : terms) {
        if (entry.fact() instanceof Fact.Milestone(String name) && name.equals(milestone)) {
          reached = box.earlier(reached, box.at(entry));
        }
      }
      from = box.later(from, reached);
    }
    return from;
  }

  /// The moment at the end of a period.
  static TimeRange after(Period period, TimeRange start) {
    return switch (period) {
      case Period.Seconds(long seconds) -> start.plus(seconds);
      case Period.Endless _ -> TimeRange.NEVER;
      case Period.Calendar _ ->
          start.moved(
              period.firstAfter(start.low(), start.high()),
              period.lastAfter(start.low(), start.high()));
    };
  }

  /// The last moment in a window.
  static TimeRange last(Window window, TimeRange start) {
    TimeRange after = after(window.length(), start);
    return window.lastInstant() == Within.LastInstant.TOO_LATE ? after.plus(-1) : after;
  }

  private static TimeRange end(
      Commitment commitment, TimeRange from, List<LoggedFact> terms, WorldBox box) {
    Period lasts = commitment.term().lasts();
    TimeRange end = lasts == null ? TimeRange.NEVER : after(lasts, from);
    if (commitment.term().isExtendable()) {
      end = extended(commitment, end, terms, box);
    }
    for (LoggedFact entry : terms) {
      if (entry.fact() instanceof Fact.Termination termination
          && termination.guarantee().equals(commitment.id())) {
        end = box.earlier(end, box.at(entry));
      }
    }
    return end;
  }

  /// An extension counts if it comes before the end valid at that moment.
  private static TimeRange extended(
      Commitment commitment, TimeRange end, List<LoggedFact> terms, WorldBox box) {
    List<LoggedFact> extensions = new ArrayList<>();
    for (LoggedFact entry : terms) {
      if (entry.fact() instanceof Fact.Extension extension
          && extension.guarantee().equals(commitment.id())) {
        extensions.add(entry);
      }
    }
    extensions.sort(
        Comparator.comparingLong((LoggedFact each) -> box.at(each).high())
            .thenComparing(LoggedFact.AS_RECORDED));
    long low = end.low();
    List<LoggedFact> counted = new ArrayList<>();
    for (LoggedFact entry : extensions) {
      long before = end.low();
      for (LoggedFact other : counted) {
        if (isSurelyEarlier(other, entry, box)) {
          before = Math.max(before, until(other));
        }
      }
      if (box.at(entry).high() < before) {
        counted.add(entry);
        low = Math.max(low, until(entry));
      }
    }
    long high = end.high();
    for (boolean isChanged = true; isChanged; ) {
      isChanged = false;
      for (LoggedFact entry : extensions) {
        if (box.at(entry).low() < high && until(entry) > high) {
          high = until(entry);
          isChanged = true;
        }
      }
    }
    return end.moved(low, high);
  }

  private static long until(LoggedFact entry) {
    return entry.fact() instanceof Fact.Extension(_, long until) ? until : Long.MIN_VALUE;
  }

  /// Whether one entry precedes another in every world, by time and then by recording.
  private static boolean isSurelyEarlier(LoggedFact one, LoggedFact other, WorldBox box) {
    long last = box.at(one).high();
    long first = box.at(other).low();
    return last < first || (last == first && LoggedFact.AS_RECORDED.compare(one, other) < 0);
  }

  private static List<Lapse> lapses(
      Commitment commitment, List<? extends Dossier> voiders, BoxFinder finder, WorldBox box) {
    List<Lapse> lapses = new ArrayList<>();
    for (Voiding voiding : commitment.voiding()) {
      IncidentPattern cause = IncidentPatterns.of(voiding.cause());
      for (Dossier dossier : voiders) {
        TimeRange found = finder.determined(voiding.determination(), dossier, cause, null);
        if (!found.isNever()) {
          TimeRange from =
              switch (voiding.voidFrom()) {
                case OCCURRENCE -> box.at(dossier);
                case DETERMINATION -> found;
              };
          lapses.add(new Lapse(from, found, voiding.ends() == Voiding.Ends.OPEN_DUTIES_TOO));
        }
      }
    }
    return List.copyOf(lapses);
  }

  /// The suspensions in every world, or in any.
  private static Standing suspended(
      Commitment commitment, List<LoggedFact> terms, WorldBox box, boolean isSure) {
    if (terms.isEmpty()) {
      return NOTHING;
    }
    List<LoggedFact> own = new ArrayList<>();
    List<PartyId> holders = new ArrayList<>();
    for (LoggedFact entry : terms) {
      if (entry.fact() instanceof Fact.Suspension suspension
          && suspension.guarantee().equals(commitment.id())) {
        own.add(entry);
        if (!holders.contains(suspension.by())) {
          holders.add(suspension.by());
        }
      }
    }
    own.sort(
        Comparator.comparingLong((LoggedFact each) -> box.at(each).high())
            .thenComparing(LoggedFact.AS_RECORDED));
    List<Standing.Stretch> stretches = new ArrayList<>();
    for (PartyId holder : holders) {
      List<LoggedFact> of = new ArrayList<>();
      for (LoggedFact each : own) {
        if (each.fact() instanceof Fact.Suspension suspension && suspension.by().equals(holder)) {
          of.add(each);
        }
      }
      if (isOrdered(of, box)) {
        stretches.addAll(inOrder(of, box, isSure));
      } else if (!isSure) {
        long first = Long.MAX_VALUE;
        for (LoggedFact each : of) {
          first = Math.min(first, box.at(each).low());
        }
        stretches.add(new Standing.Stretch(first, Long.MAX_VALUE));
      }
    }
    return Standing.suspendedFor(stretches);
  }

  private static boolean isOrdered(List<LoggedFact> entries, WorldBox box) {
    for (int i = 1; i < entries.size(); i++) {
      if (!isSurelyEarlier(entries.get(i - 1), entries.get(i), box)) {
        return false;
      }
    }
    return true;
  }

  private static List<Standing.Stretch> inOrder(
      List<LoggedFact> entries, WorldBox box, boolean isSure) {
    List<Standing.Stretch> stretches = new ArrayList<>();
    TimeRange since = TimeRange.NEVER;
    for (LoggedFact entry : entries) {
      if (!(entry.fact() instanceof Fact.Suspension suspension)) {
        continue;
      }
      if (suspension.begins() && since.isNever()) {
        since = box.at(entry);
      } else if (!suspension.begins() && !since.isNever()) {
        TimeRange until = box.at(entry);
        stretches.add(
            isSure
                ? new Standing.Stretch(since.high(), until.low())
                : new Standing.Stretch(since.low(), until.high()));
        since = TimeRange.NEVER;
      }
    }
    if (!since.isNever()) {
      stretches.add(new Standing.Stretch(isSure ? since.high() : since.low(), Long.MAX_VALUE));
    }
    return stretches;
  }

  Truth isSuspendedAt(long moment) {
    return surely.isSuspendedAt(moment)
        ? Truth.YES
        : perhaps.isSuspendedAt(moment) ? Truth.MAYBE : Truth.NO;
  }

  /// The last moment in time if the clock stops during suspensions.
  ///
  /// @param isFixed whether the last moment lies at the same distance from every anchor
  TimeRange shifted(TimeRange anchor, TimeRange last, boolean isFixed) {
    if (perhaps.suspensions().isEmpty()) {
      return last;
    }
    long low = surely.shifted(isFixed ? anchor.low() : anchor.high(), last.low());
    long high = perhaps.shifted(isFixed ? anchor.high() : anchor.low(), last.high());
    return last.moved(low, high);
  }

  /// The first moment at or after `moment` at which a deadline can fall.
  TimeRange unsuspended(TimeRange moment, boolean suspensionFirst) {
    if (perhaps.suspensions().isEmpty()) {
      return moment;
    }
    long low = surely.unsuspended(moment.low(), suspensionFirst);
    long high = perhaps.unsuspended(moment.high(), suspensionFirst);
    return moment.moved(low, high);
  }
}
