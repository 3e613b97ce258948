package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.IncidentPattern;

/// The term of one commitment in one world: in force, suspended, void.
///
/// @param from the entry into force
/// @param end the end of the term
/// @param voidings the moments it is void from, and of their determination
/// @param suspensions the suspensions, disjoint and in order; begin inclusive, end exclusive
public record Standing(long from, long end, List<Lapse> voidings, List<Stretch> suspensions) {

  public Standing {
    voidings = List.copyOf(voidings);
    suspensions = List.copyOf(suspensions);
  }

  /// Void from one moment, determined at another.
  public record Lapse(long from, long found, boolean endsOpenDuties) {}

  /// An interval; begin inclusive, end exclusive.
  public record Stretch(long from, long until) {}

  /// The term by these entries, each at an exact moment, without voiding.
  public static Standing assuming(Commitment commitment, List<LoggedFact> terms) {
    return exactly(commitment, terms, List.of());
  }

  /// The term by these entries and the incidents that may void it, each at its earliest moment.
  public static Standing exactly(
      Commitment commitment, List<LoggedFact> terms, Iterable<? extends Dossier> voiders) {
    return of(commitment, terms, voiders, World.EXACT);
  }

  static Standing of(
      Commitment commitment,
      List<LoggedFact> terms,
      Iterable<? extends Dossier> voiders,
      World world) {
    long from = inForceFrom(commitment, terms, world);
    return new Standing(
        from,
        end(commitment, from, terms, world),
        lapses(commitment, voiders, world),
        suspensions(commitment, terms, world));
  }

  /// A standing with these suspensions alone, in any order.
  static Standing suspendedFor(List<Stretch> stretches) {
    return new Standing(
        Moments.ALWAYS, Moments.NEVER, List.of(), merged(new ArrayList<>(stretches)));
  }

  private static long inForceFrom(Commitment commitment, List<LoggedFact> terms, World world) {
    long from = Moments.ALWAYS;
    for (String milestone : commitment.term().milestones()) {
      long reached = Moments.NEVER;
      for (LoggedFact entry : terms) {
        if (entry.fact() instanceof Fact.Milestone(String name) && name.equals(milestone)) {
          reached = Math.min(reached, world.at(entry));
        }
      }
      from = Math.max(from, reached);
    }
    return from;
  }

  private static long end(Commitment commitment, long from, List<LoggedFact> terms, World world) {
    Period lasts = commitment.term().lasts();
    long end = lasts == null ? Moments.NEVER : lasts.after(from);
    if (commitment.term().isExtendable()) {
      List<LoggedFact> extensions = new ArrayList<>();
      for (LoggedFact entry : terms) {
        if (entry.fact() instanceof Fact.Extension extension
            && extension.guarantee().equals(commitment.id())) {
          extensions.add(entry);
        }
      }
      extensions.sort(
          Comparator.comparingLong((LoggedFact each) -> world.at(each))
              .thenComparing(LoggedFact.AS_RECORDED));
      for (LoggedFact entry : extensions) {
        if (entry.fact() instanceof Fact.Extension(_, long until) && world.at(entry) < end) {
          end = Math.max(end, until);
        }
      }
    }
    for (LoggedFact entry : terms) {
      if (entry.fact() instanceof Fact.Termination termination
          && termination.guarantee().equals(commitment.id())) {
        end = Math.min(end, world.at(entry));
      }
    }
    return end;
  }

  private static List<Lapse> lapses(
      Commitment commitment, Iterable<? extends Dossier> voiders, World world) {
    List<Lapse> lapses = new ArrayList<>();
    for (Voiding voiding : commitment.voiding()) {
      IncidentPattern cause = IncidentPatterns.of(voiding.cause());
      for (Dossier dossier : voiders) {
        long found =
            Finder.determined(voiding.determination(), dossier, cause, commitment, null, world);
        if (found != Moments.NEVER) {
          long from =
              switch (voiding.voidFrom()) {
                case OCCURRENCE -> world.at(dossier);
                case DETERMINATION -> found;
              };
          lapses.add(new Lapse(from, found, voiding.ends() == Voiding.Ends.OPEN_DUTIES_TOO));
        }
      }
    }
    return List.copyOf(lapses);
  }

  private static List<Stretch> suspensions(
      Commitment commitment, List<LoggedFact> terms, World world) {
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
    if (own.isEmpty()) {
      return List.of();
    }
    own.sort(
        Comparator.comparingLong((LoggedFact each) -> world.at(each))
            .thenComparing(LoggedFact.AS_RECORDED));
    List<Stretch> stretches = new ArrayList<>();
    for (PartyId holder : holders) {
      long since = Moments.NEVER;
      for (LoggedFact entry : own) {
        if (!(entry.fact() instanceof Fact.Suspension(_, PartyId by, boolean begins))
            || !by.equals(holder)) {
          continue;
        }
        if (begins && since == Moments.NEVER) {
          since = world.at(entry);
        } else if (!begins && since != Moments.NEVER) {
          stretches.add(new Stretch(since, world.at(entry)));
          since = Moments.NEVER;
        }
      }
      if (since != Moments.NEVER) {
        stretches.add(new Stretch(since, Moments.NEVER));
      }
    }
    return merged(stretches);
  }

  private static List<Stretch> merged(List<Stretch> stretches) {
    stretches.sort(Comparator.comparingLong(Stretch::from).thenComparingLong(Stretch::until));
    List<Stretch> merged = new ArrayList<>();
    for (Stretch each : stretches) {
      if (each.from() >= each.until()) {
        continue;
      }
      if (!merged.isEmpty() && each.from() <= merged.getLast().until()) {
        Stretch last = merged.removeLast();
        merged.add(new Stretch(last.from(), Math.max(last.until(), each.until())));
      } else {
        merged.add(each);
      }
    }
    return List.copyOf(merged);
  }

  public boolean isSuspendedAt(long moment) {
    for (Stretch each : suspensions) {
      if (each.from <= moment && moment < each.until) {
        return true;
      }
    }
    return false;
  }

  /// The last moment in time if the clock stops during suspensions.
  long shifted(long anchor, long last) {
    for (Stretch each : suspensions) {
      long begin = Math.max(each.from, anchor);
      if (each.until > anchor && begin <= last) {
        last = each.until == Moments.NEVER ? Moments.NEVER : Moments.plus(last, each.until - begin);
      }
    }
    return last;
  }

  /// The first moment at or after `moment` at which a deadline can fall.
  long unsuspended(long moment, boolean suspensionFirst) {
    for (Stretch each : suspensions) {
      boolean inside = each.from < moment || (each.from == moment && suspensionFirst);
      if (inside && moment < each.until) {
        moment = each.until;
      }
    }
    return moment;
  }
}
