package org.parley.exchange.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.IncidentReport.Named;
import org.parley.exchange.incidents.facts.OccurrenceSpan;
import org.parley.exchange.incidents.facts.Site;

/// Proposes reports that may be of one event. It never merges them: a person confirms a proposal.
///
/// Two reports are proposed if no field excludes it. Times and tolls must overlap, places be near
/// within their precision, and kinds, named actors and targets agree. Dates and places must be
/// precise: to six days, and to the district. Reports of one provenance group are not proposed.
///
/// First reports of one event seldom agree to the minute or to the exact toll. Moments up to three
/// hours apart match. Between such reports, tolls also match if they differ by at most one, or by
/// half of the smaller. A report without a toll matches any.
///
/// Cost: sorted by time, each report is compared with those that begin before it ends.
public final class Duplicates {

  private static final Set<Site.Precision> VAGUE =
      Set.of(
          Site.Precision.PROVINCE,
          Site.Precision.AREA,
          Site.Precision.COUNTRY,
          Site.Precision.INTERNATIONAL);

  /// The largest distance of moments of one event, in seconds.
  private static final long MOMENTS_APART = 3 * 3_600;

  private Duplicates() {}

  /// A pair of reports that may be of one event.
  ///
  /// @param one the earlier report
  /// @param other the other
  /// @param because the reasons
  /// @param metres the distance of their places; -1 if unknown
  public record ProposedPair(
      IncidentReport one, IncidentReport other, List<Likeness> because, long metres) {

    public ProposedPair {
      because = List.copyOf(because);
    }
  }

  /// Every proposal, in the order of the reports.
  public static List<ProposedPair> propose(List<IncidentReport> reports) {
    List<Integer> byTime = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      if (reports.get(i).when().precision().compareTo(OccurrenceSpan.Precision.DAYS) <= 0) {
        byTime.add(i);
      }
    }
    byTime.sort(
        Comparator.comparingLong((Integer i) -> reports.get(i).when().earliest())
            .thenComparingInt(i -> i));
    Map<String, List<Integer>> open = new HashMap<>();
    List<int[]> pairs = new ArrayList<>();
    for (int i : byTime) {
      IncidentReport report = reports.get(i);
      List<Integer> earlier = open.computeIfAbsent(report.kind(), _ -> new ArrayList<>());
      earlier.removeIf(
          each -> reports.get(each).when().latest() + MOMENTS_APART < report.when().earliest());
      for (int each : earlier) {
        if (apart(reports.get(each).when(), report.when()) >= 0) {
          pairs.add(new int[] {Math.min(i, each), Math.max(i, each)});
        }
      }
      earlier.add(i);
    }
    pairs.sort(Comparator.comparingInt((int[] pair) -> pair[0]).thenComparingInt(pair -> pair[1]));
    List<ProposedPair> proposals = new ArrayList<>();
    for (int[] pair : pairs) {
      ProposedPair proposal = compare(reports.get(pair[0]), reports.get(pair[1]));
      if (proposal != null) {
        proposals.add(proposal);
      }
    }
    return List.copyOf(proposals);
  }

  private static @Nullable ProposedPair compare(IncidentReport one, IncidentReport other) {
    if (one.incident().equals(other.incident())
        || other.id().equals(one.supersedes())
        || one.id().equals(other.supersedes())
        || shareAGroup(one, other)
        || !agree(one.actor(), other.actor())
        || !agree(one.target(), other.target())
        || !agree(one.between(), other.between())) {
      return null;
    }
    Site here = one.where();
    Site there = other.where();
    if (here == null || there == null) {
      return null;
    }
    Likeness toll = toll(one, other);
    if (toll == null) {
      return null;
    }
    long metres = here.metresTo(there);
    Likeness place = near(here, there, metres);
    if (place == null) {
      return null;
    }
    List<Likeness> because = new ArrayList<>();
    long minutes = (apart(one.when(), other.when()) + 59) / 60;
    because.add(
        minutes > 0
            ? new Likeness.MinutesApart(minutes)
            : one.when().equals(other.when())
                ? Likeness.Plain.SAME_TIME
                : Likeness.Plain.TIMES_OVERLAP);
    because.add(place);
    because.add(new Likeness.SameKind(one.kind()));
    if (one.actor() != null && other.actor() != null) {
      because.add(Likeness.Plain.SAME_ACTOR);
    }
    if (one.target() != null && other.target() != null) {
      because.add(Likeness.Plain.SAME_TARGET);
    }
    if (!one.between().isEmpty() && !other.between().isEmpty()) {
      because.add(Likeness.Plain.SAME_SIDES);
    }
    because.add(toll);
    return new ProposedPair(one, other, because, metres);
  }

  /// The distance of two times, in seconds; -1 if they exclude one event.
  private static long apart(OccurrenceSpan one, OccurrenceSpan other) {
    long gap = Math.max(one.earliest(), other.earliest()) - Math.min(one.latest(), other.latest());
    return gap <= 0 ? 0 : gap <= MOMENTS_APART && areMoments(one, other) ? gap : -1;
  }

  private static boolean areMoments(OccurrenceSpan one, OccurrenceSpan other) {
    return one.precision() == OccurrenceSpan.Precision.MOMENT
        && other.precision() == OccurrenceSpan.Precision.MOMENT;
  }

  /// A remark on two tolls; null if they exclude one event.
  private static @Nullable Likeness toll(IncidentReport one, IncidentReport other) {
    IncidentReport.Toll here = one.toll();
    IncidentReport.Toll there = other.toll();
    if (here.equals(there)) {
      return Likeness.Plain.SAME_TOLL;
    }
    if (here.most() == 0 || there.most() == 0) {
      return Likeness.Plain.TOLL_OF_ONE;
    }
    long gap = Math.max(here.least(), there.least()) - Math.min(here.most(), there.most());
    if (gap <= 0) {
      return Likeness.Plain.TOLLS_OVERLAP;
    }
    boolean isNear = gap <= Math.max(1, Math.min(here.most(), there.most()) / 2);
    return isNear && areMoments(one.when(), other.when()) ? Likeness.Plain.TOLLS_NEAR : null;
  }

  private static @Nullable Likeness near(Site here, Site there, long metres) {
    if (VAGUE.contains(here.precision()) || VAGUE.contains(there.precision())) {
      return null;
    }
    if (metres < 0) {
      boolean isSame = here.name() != null && here.name().equalsIgnoreCase(there.name());
      return isSame ? Likeness.Plain.SAME_PLACE : null;
    }
    long allowed = Math.max(radius(here.precision()), radius(there.precision()));
    return metres == 0
        ? Likeness.Plain.SAME_COORDINATES
        : metres <= allowed ? new Likeness.KilometresApart((metres + 500) / 1_000) : null;
  }

  /// How far from its coordinates a place may be, in metres.
  private static long radius(Site.Precision precision) {
    return switch (precision) {
      case POINT, UNSTATED -> 2_000;
      case NEAR -> 25_000;
      case DISTRICT -> 40_000;
      case PROVINCE, AREA, COUNTRY, INTERNATIONAL -> 0;
    };
  }

  private static boolean shareAGroup(IncidentReport one, IncidentReport other) {
    for (IncidentReport.SourceAccount each : one.accounts()) {
      for (IncidentReport.SourceAccount its : other.accounts()) {
        if (each.group().equals(its.group())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean agree(List<Named> one, List<Named> other) {
    return one.isEmpty()
        || other.isEmpty()
        || (one.stream().allMatch(each -> other.stream().anyMatch(same -> agree(each, same)))
            && other.stream().allMatch(each -> one.stream().anyMatch(same -> agree(each, same))));
  }

  private static boolean agree(@Nullable Named one, @Nullable Named other) {
    return one == null
        || other == null
        || (one.party() != null && one.party().equals(other.party()))
        || one.written().equalsIgnoreCase(other.written());
  }
}
