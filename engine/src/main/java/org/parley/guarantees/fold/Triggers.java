package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.IncidentPattern;

/// Whether the trigger of one commitment fires at an incident, and the moment of its determination.
final class Triggers {

  private final Commitment commitment;
  private final List<IncidentPattern> patterns;

  Triggers(Commitment commitment) {
    this.commitment = commitment;
    this.patterns = commitment.trigger().allPatterns().toList();
  }

  /// Whether it can fire at this incident.
  boolean concerns(Dossier dossier) {
    for (IncidentPattern pattern : patterns) {
      if (dossier.mayBeReportedAs(pattern)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the reports complete the trigger at this incident, determined or not.
  boolean fires(Dossier dossier, List<? extends Dossier> around, World world) {
    return fires(commitment.trigger(), dossier, around, world);
  }

  private boolean fires(
      Trigger trigger, Dossier dossier, List<? extends Dossier> around, World world) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> dossier.isReportedAs(pattern, world);
      case Trigger.Repeated count -> {
        if (!dossier.isReportedAs(count.pattern(), world)) {
          yield false;
        }
        List<Dossier> counted = reportedAs(count.pattern(), around, world);
        if (trailing(counted, count.within(), dossier, world).size() < count.times()) {
          yield false;
        }
        yield switch (count.fires()) {
          case AT_EACH -> true;
          case WHEN_REACHED -> {
            Dossier before =
                before(trailing(counted, count.within(), dossier, world), dossier, world);
            yield before == null
                || trailing(counted, count.within(), before, world).size() < count.times();
          }
        };
      }
      case Trigger.Combined(List<IncidentPattern> all, Window within) -> {
        boolean isOneOf = false;
        for (IncidentPattern pattern : all) {
          isOneOf |= dossier.isReportedAs(pattern, world);
        }
        if (!isOneOf) {
          yield false;
        }
        for (IncidentPattern pattern : all) {
          if (trailing(reportedAs(pattern, around, world), within, dossier, world).isEmpty()) {
            yield false;
          }
        }
        yield true;
      }
      case Trigger.Either(List<Trigger> any) -> {
        for (Trigger each : any) {
          if (fires(each, dossier, around, world)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  /// The moment of the determination at this incident; [Moments#NEVER] if there is none.
  long determined(
      Dossier dossier, List<? extends Dossier> around, @Nullable PartyId obligor, World world) {
    return determined(commitment.trigger(), dossier, around, obligor, world);
  }

  private long determined(
      Trigger trigger,
      Dossier dossier,
      List<? extends Dossier> around,
      @Nullable PartyId obligor,
      World world) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> found(dossier, pattern, obligor, world);
      case Trigger.Repeated count -> {
        List<Long> others = new ArrayList<>();
        for (Dossier each :
            trailing(reportedAs(count.pattern(), around, world), count.within(), dossier, world)) {
          if (!each.equals(dossier)) {
            others.add(found(each, count.pattern(), obligor, world));
          }
        }
        Collections.sort(others);
        long own = found(dossier, count.pattern(), obligor, world);
        yield count.times() == 1 ? own : Math.max(own, others.get(count.times() - 2));
      }
      case Trigger.Combined(List<IncidentPattern> all, Window within) -> {
        long last = Moments.NEVER;
        for (IncidentPattern pattern : all) {
          last = Math.min(last, found(dossier, pattern, obligor, world));
        }
        for (IncidentPattern pattern : all) {
          long first = Moments.NEVER;
          for (Dossier each :
              trailing(reportedAs(pattern, around, world), within, dossier, world)) {
            first = Math.min(first, found(each, pattern, obligor, world));
          }
          last = Math.max(last, first);
        }
        yield last;
      }
      case Trigger.Either(List<Trigger> any) -> {
        long first = Moments.NEVER;
        for (Trigger each : any) {
          if (fires(each, dossier, around, world)) {
            first = Math.min(first, determined(each, dossier, around, obligor, world));
          }
        }
        yield first;
      }
    };
  }

  private long found(
      Dossier dossier, IncidentPattern pattern, @Nullable PartyId obligor, World world) {
    return Finder.determined(
        commitment.determination(), dossier, pattern, commitment, obligor, world);
  }

  /// The moment at which the duty of a tier arises: with the incident, or once its condition is
  /// determined.
  long tierReached(
      Tier tier,
      Dossier dossier,
      List<? extends Dossier> around,
      @Nullable PartyId obligor,
      World world) {
    return switch (tier.when()) {
      case Tier.When.AtOnce _ -> world.at(dossier);
      case Tier.When.IfContinued(IncidentPattern pattern, Window within) -> {
        long from = world.at(dossier);
        long until = within.last(from);
        long first = Moments.NEVER;
        for (Dossier each : around) {
          if (!each.equals(dossier)
              && world.at(each) > from
              && world.at(each) <= until
              && each.isReportedAs(pattern, world)) {
            first = Math.min(first, found(each, pattern, obligor, world));
          }
        }
        yield first;
      }
    };
  }

  /// The first report of the trigger.
  long firstReport(Dossier dossier, World world) {
    long first = Moments.NEVER;
    for (LoggedFact entry : dossier.entries()) {
      if (entry.fact() instanceof Fact.Report(_, What what)
          && isTriggering(world.attributed(dossier, what))) {
        first = Math.min(first, entry.reported());
      }
    }
    return first;
  }

  /// Whether some pattern of the trigger matches.
  boolean isTriggering(What what) {
    for (IncidentPattern pattern : patterns) {
      if (IncidentPatterns.matches(pattern, what)) {
        return true;
      }
    }
    return false;
  }

  private static List<Dossier> reportedAs(
      IncidentPattern pattern, List<? extends Dossier> around, World world) {
    List<Dossier> result = new ArrayList<>();
    for (Dossier each : around) {
      if (each.isReportedAs(pattern, world)) {
        result.add(each);
      }
    }
    return result;
  }

  /// The incidents up to `last`, in the order of time and name, within the window that ends there.
  private static List<Dossier> trailing(
      List<Dossier> all, Window within, Dossier last, World world) {
    List<Dossier> result = new ArrayList<>();
    long until = world.at(last);
    for (Dossier each : all) {
      if (isUpTo(each, last, world) && within.last(world.at(each)) >= until) {
        result.add(each);
      }
    }
    return result;
  }

  private static @Nullable Dossier before(List<Dossier> all, Dossier last, World world) {
    Dossier before = null;
    for (Dossier each : all) {
      if (!each.equals(last)
          && isUpTo(each, last, world)
          && (before == null || isUpTo(before, each, world))) {
        before = each;
      }
    }
    return before;
  }

  private static boolean isUpTo(Dossier one, Dossier other, World world) {
    int byTime = Long.compare(world.at(one), world.at(other));
    return byTime < 0 || (byTime == 0 && one.incident.compareTo(other.incident) <= 0);
  }
}
