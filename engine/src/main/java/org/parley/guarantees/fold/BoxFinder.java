package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;

/// The moment at which a rule of determination is first satisfied in every world of a box: [Finder]
/// over intervals.
final class BoxFinder {

  private final Commitment commitment;
  private final WorldBox box;

  BoxFinder(Commitment commitment, WorldBox box) {
    this.commitment = commitment;
    this.box = box;
  }

  /// The moment at which `rule` finds that the incident matches `meant`.
  TimeRange determined(
      Determination rule, Dossier dossier, IncidentPattern meant, @Nullable PartyId obligor) {
    Truth reported = box.isReportedAs(dossier, meant);
    if (!reported.isPossible()) {
      return TimeRange.NEVER;
    }
    TimeRange found = found(rule, dossier, meant, obligor);
    if (found.isNever()) {
      return found;
    }
    TimeRange own = box.later(found, box.at(dossier));
    return reported == Truth.YES ? own : own.orNever();
  }

  private TimeRange found(
      Determination rule, Dossier dossier, IncidentPattern meant, @Nullable PartyId obligor) {
    return switch (rule) {
      case Determination.SelfEvident _ -> box.at(dossier);
      case Determination.IndependentReports quorum -> quorum(quorum, dossier, meant);
      case Determination.FoundBy(PartyId body) -> finding(body, dossier);
      case Determination.EachObligor _ -> ownFinding(dossier, obligor);
      case Determination.Council council -> vote(council, dossier);
      case Determination.AnyOf(List<Determination> any) -> {
        TimeRange first = TimeRange.NEVER;
        for (Determination each : any) {
          first = box.earlier(first, found(each, dossier, meant, obligor));
        }
        yield first;
      }
      case Determination.AllOf(List<Determination> all) -> {
        TimeRange last = all.isEmpty() ? TimeRange.NEVER : TimeRange.ALWAYS;
        for (Determination each : all) {
          last = box.later(last, found(each, dossier, meant, obligor));
        }
        yield last;
      }
      case Determination.NotStated _ -> TimeRange.NEVER;
    };
  }

  private TimeRange quorum(
      Determination.IndependentReports quorum, Dossier dossier, IncidentPattern meant) {
    long perhaps =
        Finder.quorum(quorum, dossier, what -> box.isMeant(dossier, what, meant).isPossible());
    long surely =
        dossier.unattributed().isEmpty()
            ? perhaps
            : Finder.quorum(
                quorum, dossier, what -> box.isMeant(dossier, what, meant) == Truth.YES);
    return surely != Moments.NEVER || perhaps == Moments.NEVER
        ? TimeRange.between(perhaps, surely)
        : TimeRange.between(perhaps, dossier.lastReported()).orNever();
  }

  private TimeRange finding(PartyId body, Dossier dossier) {
    TimeRange first = TimeRange.NEVER;
    for (LoggedFact entry : dossier.entries()) {
      if (entry.fact() instanceof Fact.Finding finding
          && finding.isMet()
          && finding.by().equals(body)) {
        first = box.earlier(first, box.at(entry));
      }
    }
    return first;
  }

  private TimeRange ownFinding(Dossier dossier, @Nullable PartyId obligor) {
    if (obligor != null) {
      return finding(obligor, dossier);
    }
    boolean needsAll = commitment.liability() == Guarantee.Liability.JOINTLY;
    TimeRange result = needsAll ? TimeRange.ALWAYS : TimeRange.NEVER;
    for (PartyId each : commitment.obligors()) {
      TimeRange found = finding(each, dossier);
      result = needsAll ? box.later(result, found) : box.earlier(result, found);
    }
    return result;
  }

  /// The moment at which the vote was carried.
  TimeRange vote(Determination.Council council, Dossier dossier) {
    Map<PartyId, TimeRange> inFavour = new LinkedHashMap<>();
    TimeRange veto = TimeRange.NEVER;
    for (LoggedFact entry : dossier.entries()) {
      if (!(entry.fact() instanceof Fact.Ballot ballot)
          || !ballot.body().equals(council.body())
          || !ballot.question().equals(council.question())
          || !council.members().contains(ballot.voter())) {
        continue;
      }
      if (ballot.isInFavour()) {
        inFavour.merge(ballot.voter(), box.at(entry), box::earlier);
      } else if (council.vetoes().contains(ballot.voter())) {
        veto = box.earlier(veto, box.at(entry));
      }
    }
    TimeRange carried = nth(new ArrayList<>(inFavour.values()), council.needed());
    if (box.isSurelyUpTo(veto, carried)) {
      return TimeRange.NEVER;
    }
    return box.isSurelyBefore(carried, veto) ? carried : carried.orNever();
  }

  /// The `number`-th smallest of these moments; never if there are fewer.
  static TimeRange nth(List<TimeRange> moments, int number) {
    if (moments.size() < number) {
      return TimeRange.NEVER;
    }
    if (moments.size() == 1) {
      return moments.getFirst();
    }
    long low = moments.stream().mapToLong(TimeRange::low).sorted().toArray()[number - 1];
    if (low == Moments.NEVER) {
      return TimeRange.NEVER;
    }
    long[] sure =
        moments.stream()
            .filter(each -> !each.mayFail())
            .mapToLong(TimeRange::high)
            .sorted()
            .toArray();
    if (sure.length >= number && sure[number - 1] != Moments.NEVER) {
      return TimeRange.between(low, sure[number - 1]);
    }
    long high =
        moments.stream()
            .filter(each -> !each.isNever())
            .mapToLong(TimeRange::high)
            .max()
            .orElse(Moments.NEVER);
    return TimeRange.between(low, high).orNever();
  }
}
