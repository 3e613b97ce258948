package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;
import org.parley.model.party.PartyId;

/// The term of one commitment in every world of a box: [Standing] over intervals.
///
/// @param from when it enters into force
/// @param end when its term ends
/// @param voidings when it is void from, and since when that is found
/// @param surely what it is suspended for in every world
/// @param perhaps what it is suspended for in any world
record BoxStanding(Range from, Range end, List<Lapse> voidings, Standing surely, Standing perhaps) {

  private static final Standing NOTHING = Standing.suspendedFor(List.of());

  /// Void from one moment, found at another.
  record Lapse(Range from, Range found, boolean endsOpenDuties) {}

  static BoxStanding of(
      Commitment commitment,
      List<Entry> terms,
      List<? extends Dossier> voiders,
      BoxFinder finder,
      Box box) {
    Range from = from(commitment, terms, box);
    return new BoxStanding(
        from,
        end(commitment, from, terms, box),
        lapses(commitment, voiders, finder, box),
        suspended(commitment, terms, box, true),
        suspended(commitment, terms, box, false));
  }

  private static Range from(Commitment commitment, List<Entry> terms, Box box) {
    Range from = Range.ALWAYS;
    for (String milestone : commitment.term().milestones()) {
      Range reached = Range.NEVER;
      for (Entry entry : terms) {
        if (entry.fact() instanceof Fact.Milestone(String name) && name.equals(milestone)) {
          reached = box.earlier(reached, box.at(entry));
        }
      }
      from = box.later(from, reached);
    }
    return from;
  }

  /// The moment a period leads to.
  static Range after(Period period, Range start) {
    return switch (period) {
      case Period.Seconds(long seconds) -> start.plus(seconds);
      case Period.Endless _ -> Range.NEVER;
      case Period.Calendar _ ->
          start.moved(
              period.firstAfter(start.low(), start.high()),
              period.lastAfter(start.low(), start.high()));
    };
  }

  /// The last moment in a window.
  static Range last(Window window, Range start) {
    Range after = after(window.length(), start);
    return window.lastInstant() == Within.LastInstant.TOO_LATE ? after.plus(-1) : after;
  }

  private static Range end(Commitment commitment, Range from, List<Entry> terms, Box box) {
    Period lasts = commitment.term().lasts();
    Range end = lasts == null ? Range.NEVER : after(lasts, from);
    if (commitment.term().isExtendable()) {
      end = extended(commitment, end, terms, box);
    }
    for (Entry entry : terms) {
      if (entry.fact() instanceof Fact.Termination termination
          && termination.guarantee().equals(commitment.id())) {
        end = box.earlier(end, box.at(entry));
      }
    }
    return end;
  }

  /// An extension counts that comes before the end as it then stands.
  private static Range extended(Commitment commitment, Range end, List<Entry> terms, Box box) {
    List<Entry> extensions = new ArrayList<>();
    for (Entry entry : terms) {
      if (entry.fact() instanceof Fact.Extension extension
          && extension.guarantee().equals(commitment.id())) {
        extensions.add(entry);
      }
    }
    extensions.sort(
        Comparator.comparingLong((Entry each) -> box.at(each).high())
            .thenComparing(Entry.AS_RECORDED));
    long low = end.low();
    List<Entry> counted = new ArrayList<>();
    for (Entry entry : extensions) {
      long before = end.low();
      for (Entry other : counted) {
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
      for (Entry entry : extensions) {
        if (box.at(entry).low() < high && until(entry) > high) {
          high = until(entry);
          isChanged = true;
        }
      }
    }
    return end.moved(low, high);
  }

  private static long until(Entry entry) {
    return entry.fact() instanceof Fact.Extension(_, long until) ? until : Long.MIN_VALUE;
  }

  /// Whether one entry comes before another in every world, by time and then as recorded.
  private static boolean isSurelyEarlier(Entry one, Entry other, Box box) {
    long last = box.at(one).high();
    long first = box.at(other).low();
    return last < first || (last == first && Entry.AS_RECORDED.compare(one, other) < 0);
  }

  private static List<Lapse> lapses(
      Commitment commitment, List<? extends Dossier> voiders, BoxFinder finder, Box box) {
    List<Lapse> lapses = new ArrayList<>();
    for (Voiding voiding : commitment.voiding()) {
      IncidentPattern cause = IncidentPatterns.of(voiding.cause());
      for (Dossier dossier : voiders) {
        Range found = finder.determined(voiding.determination(), dossier, cause, null);
        if (!found.isNever()) {
          Range from =
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

  /// The stretches of suspension that hold in every world, or all that hold in any.
  private static Standing suspended(
      Commitment commitment, List<Entry> terms, Box box, boolean isSure) {
    if (terms.isEmpty()) {
      return NOTHING;
    }
    List<Entry> own = new ArrayList<>();
    List<PartyId> holders = new ArrayList<>();
    for (Entry entry : terms) {
      if (entry.fact() instanceof Fact.Suspension suspension
          && suspension.guarantee().equals(commitment.id())) {
        own.add(entry);
        if (!holders.contains(suspension.by())) {
          holders.add(suspension.by());
        }
      }
    }
    own.sort(
        Comparator.comparingLong((Entry each) -> box.at(each).high())
            .thenComparing(Entry.AS_RECORDED));
    List<Standing.Stretch> stretches = new ArrayList<>();
    for (PartyId holder : holders) {
      List<Entry> of = new ArrayList<>();
      for (Entry each : own) {
        if (each.fact() instanceof Fact.Suspension suspension && suspension.by().equals(holder)) {
          of.add(each);
        }
      }
      if (isOrdered(of, box)) {
        stretches.addAll(inOrder(of, box, isSure));
      } else if (!isSure) {
        long first = Long.MAX_VALUE;
        for (Entry each : of) {
          first = Math.min(first, box.at(each).low());
        }
        stretches.add(new Standing.Stretch(first, Long.MAX_VALUE));
      }
    }
    return Standing.suspendedFor(stretches);
  }

  private static boolean isOrdered(List<Entry> entries, Box box) {
    for (int i = 1; i < entries.size(); i++) {
      if (!isSurelyEarlier(entries.get(i - 1), entries.get(i), box)) {
        return false;
      }
    }
    return true;
  }

  private static List<Standing.Stretch> inOrder(List<Entry> entries, Box box, boolean isSure) {
    List<Standing.Stretch> stretches = new ArrayList<>();
    Range since = Range.NEVER;
    for (Entry entry : entries) {
      if (!(entry.fact() instanceof Fact.Suspension suspension)) {
        continue;
      }
      if (suspension.begins() && since.isNever()) {
        since = box.at(entry);
      } else if (!suspension.begins() && !since.isNever()) {
        Range until = box.at(entry);
        stretches.add(
            isSure
                ? new Standing.Stretch(since.high(), until.low())
                : new Standing.Stretch(since.low(), until.high()));
        since = Range.NEVER;
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

  /// The last moment in time, where the clock stands still while suspended.
  ///
  /// @param isFixed whether the last moment lies equally long after every anchor
  Range shifted(Range anchor, Range last, boolean isFixed) {
    if (perhaps.suspensions().isEmpty()) {
      return last;
    }
    long low = surely.shifted(isFixed ? anchor.low() : anchor.high(), last.low());
    long high = perhaps.shifted(isFixed ? anchor.high() : anchor.low(), last.high());
    return last.moved(low, high);
  }

  /// The first moment at or after `moment` at which a deadline can strike.
  Range unsuspended(Range moment, boolean suspensionFirst) {
    if (perhaps.suspensions().isEmpty()) {
      return moment;
    }
    long low = surely.unsuspended(moment.low(), suspensionFirst);
    long high = perhaps.unsuspended(moment.high(), suspensionFirst);
    return moment.moved(low, high);
  }
}
