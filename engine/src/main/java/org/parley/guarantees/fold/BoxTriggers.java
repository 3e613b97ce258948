package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.IncidentPattern;

/// Whether the trigger of one commitment fires in every world of a box, and the moment of its
/// determination: [Triggers] over intervals.
final class BoxTriggers {

  private final Commitment commitment;
  private final List<? extends Dossier> around;
  private final BoxFinder finder;
  private final WorldBox box;

  BoxTriggers(
      Commitment commitment, List<? extends Dossier> around, BoxFinder finder, WorldBox box) {
    this.commitment = commitment;
    this.around = around;
    this.finder = finder;
    this.box = box;
  }

  /// Whether the reports complete the trigger at this incident, determined or not.
  Truth fires(Dossier dossier) {
    return fires(commitment.trigger(), dossier);
  }

  private Truth fires(Trigger trigger, Dossier dossier) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> box.isReportedAs(dossier, pattern);
      case Trigger.Repeated count -> {
        Truth enough = box.isReportedAs(dossier, count.pattern()).and(isReached(count, dossier));
        yield switch (count.fires()) {
          case AT_EACH -> enough;
          case WHEN_REACHED ->
              enough.isPossible() ? enough.and(isReachedFirst(count, dossier)) : enough;
        };
      }
      case Trigger.Combined(List<IncidentPattern> all, Window within) -> {
        Truth isOneOf = Truth.NO;
        for (IncidentPattern pattern : all) {
          isOneOf = isOneOf.or(box.isReportedAs(dossier, pattern));
        }
        Truth result = isOneOf;
        for (IncidentPattern pattern : all) {
          Truth isThere = Truth.NO;
          for (Dossier each : around) {
            isThere = isThere.or(trails(each, pattern, within, dossier));
          }
          result = result.and(isThere);
        }
        yield result;
      }
      case Trigger.Either(List<Trigger> any) -> {
        Truth result = Truth.NO;
        for (Trigger each : any) {
          result = result.or(fires(each, dossier));
        }
        yield result;
      }
    };
  }

  /// Whether enough incidents lie in the window that ends with one.
  private Truth isReached(Trigger.Repeated count, Dossier last) {
    int surely = 0;
    int perhaps = 0;
    for (Dossier each : around) {
      Truth trails = trails(each, count.pattern(), count.within(), last);
      surely += trails == Truth.YES ? 1 : 0;
      perhaps += trails.isPossible() ? 1 : 0;
    }
    return surely >= count.times() ? Truth.YES : perhaps >= count.times() ? Truth.MAYBE : Truth.NO;
  }

  /// Whether the previous incident in its window, if any, did not complete the count.
  private Truth isReachedFirst(Trigger.Repeated count, Dossier dossier) {
    List<Dossier> surely = new ArrayList<>();
    List<Dossier> perhaps = new ArrayList<>();
    for (Dossier each : around) {
      if (!each.equals(dossier)) {
        Truth trails = trails(each, count.pattern(), count.within(), dossier);
        if (trails.isPossible()) {
          perhaps.add(each);
        }
        if (trails == Truth.YES) {
          surely.add(each);
        }
      }
    }
    boolean mayBeFirst = surely.isEmpty();
    boolean mayBeLater = false;
    for (Dossier before : perhaps) {
      boolean isHidden =
          surely.stream()
              .anyMatch(each -> !each.equals(before) && !isUpTo(each, before).isPossible());
      if (!isHidden) {
        Truth reached = isReached(count, before);
        mayBeFirst |= reached != Truth.YES;
        mayBeLater |= reached.isPossible();
      }
    }
    return mayBeFirst ? mayBeLater ? Truth.MAYBE : Truth.YES : Truth.NO;
  }

  /// The moment of the determination at this incident.
  TimeRange determined(Dossier dossier, @Nullable PartyId obligor) {
    return determined(commitment.trigger(), dossier, obligor);
  }

  private TimeRange determined(Trigger trigger, Dossier dossier, @Nullable PartyId obligor) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> found(dossier, pattern, obligor);
      case Trigger.Repeated count -> {
        List<TimeRange> others = new ArrayList<>();
        for (Dossier each : around) {
          if (!each.equals(dossier)) {
            Truth trails = trails(each, count.pattern(), count.within(), dossier);
            if (trails.isPossible()) {
              others.add(ifSo(trails, found(each, count.pattern(), obligor)));
            }
          }
        }
        TimeRange own = found(dossier, count.pattern(), obligor);
        yield count.times() == 1 ? own : box.later(own, BoxFinder.nth(others, count.times() - 1));
      }
      case Trigger.Combined(List<IncidentPattern> all, Window within) -> {
        TimeRange last = TimeRange.NEVER;
        for (IncidentPattern pattern : all) {
          last = box.earlier(last, found(dossier, pattern, obligor));
        }
        for (IncidentPattern pattern : all) {
          TimeRange first = TimeRange.NEVER;
          for (Dossier each : around) {
            Truth trails = trails(each, pattern, within, dossier);
            if (trails.isPossible()) {
              first = box.earlier(first, ifSo(trails, found(each, pattern, obligor)));
            }
          }
          last = box.later(last, first);
        }
        yield last;
      }
      case Trigger.Either(List<Trigger> any) -> {
        TimeRange first = TimeRange.NEVER;
        for (Trigger each : any) {
          Truth fires = fires(each, dossier);
          if (fires.isPossible()) {
            first = box.earlier(first, ifSo(fires, determined(each, dossier, obligor)));
          }
        }
        yield first;
      }
    };
  }

  private static TimeRange ifSo(Truth condition, TimeRange moment) {
    return condition == Truth.YES ? moment : moment.orNever();
  }

  private TimeRange found(Dossier dossier, IncidentPattern pattern, @Nullable PartyId obligor) {
    return finder.determined(commitment.determination(), dossier, pattern, obligor);
  }

  /// The moment at which the duty of a tier arises: with the incident, or once its condition is
  /// determined.
  ///
  /// @param from the moment of the incident
  TimeRange tierReached(Tier tier, Dossier dossier, TimeRange from, @Nullable PartyId obligor) {
    return switch (tier.when()) {
      case Tier.When.AtOnce _ -> from;
      case Tier.When.IfContinued(IncidentPattern pattern, Window within) -> {
        TimeRange until = BoxStanding.last(within, from);
        TimeRange first = TimeRange.NEVER;
        for (Dossier each : around) {
          if (each.equals(dossier)) {
            continue;
          }
          TimeRange at = box.at(each);
          Truth isMore = box.isBefore(from, at);
          isMore = isMore.isPossible() ? isMore.and(box.isUpTo(at, until)) : isMore;
          isMore = isMore.isPossible() ? isMore.and(box.isReportedAs(each, pattern)) : isMore;
          if (isMore.isPossible()) {
            TimeRange found = found(each, pattern, obligor);
            long soonest = Math.min(Moments.plus(from.low(), 1), found.high());
            first = box.earlier(first, ifSo(isMore, found.from(soonest)));
          }
        }
        yield first;
      }
    };
  }

  /// Whether an incident matches and lies in the window that ends with another.
  private Truth trails(Dossier one, IncidentPattern pattern, Window within, Dossier last) {
    Truth reported = box.isReportedAs(one, pattern);
    if (!reported.isPossible()) {
      return reported;
    }
    Truth isUpTo = isUpTo(one, last);
    return !isUpTo.isPossible()
        ? isUpTo
        : reported.and(isUpTo).and(box.isUpTo(box.at(last), BoxStanding.last(within, box.at(one))));
  }

  /// Whether one incident does not follow another, in the order of time and name.
  private Truth isUpTo(Dossier one, Dossier other) {
    return one.incident.compareTo(other.incident) <= 0
        ? box.isUpTo(box.at(one), box.at(other))
        : box.isBefore(box.at(one), box.at(other));
  }
}
