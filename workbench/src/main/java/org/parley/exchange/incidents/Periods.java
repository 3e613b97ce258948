package org.parley.exchange.incidents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.parley.exchange.incidents.facts.IncidentReport;

/// Compares the incidents of a period with those of the period of the same length before it.
///
/// A report whose dates lie wholly inside a period is certain to belong to it; one whose dates only
/// meet it may. Counts and tolls are given as both: no imprecise date is pressed into a period.
/// Reports of one incident count once, with the least and the most that any of them says.
public final class Periods {

  private Periods() {}

  /// A count beside that of the period before.
  public enum Trend {
    MORE,
    FEWER,
    UNCLEAR,
    EQUAL
  }

  /// How many, at least and at most.
  public record Range(long least, long most) {

    Range plus(long certain, long possible) {
      return new Range(Math.addExact(least, certain), Math.addExact(most, possible));
    }

    /// Whether it certainly rose, certainly fell, or neither.
    public Trend against(Range before) {
      if (equals(before) && least == most) {
        return Trend.EQUAL;
      }
      return least > before.most ? Trend.MORE : most < before.least ? Trend.FEWER : Trend.UNCLEAR;
    }
  }

  /// The counts of a period.
  ///
  /// @param incidents the number of incidents
  /// @param killed the number of people killed, from the lowest estimates of certain incidents to
  ///   the highest of possible ones
  public record Count(Range incidents, Range killed) {

    static final Count NONE = new Count(new Range(0, 0), new Range(0, 0));
  }

  /// One group of incidents in both periods.
  public record Row(String group, Count now, Count before) {}

  /// The counts of every group, by name.
  ///
  /// @param from the first second of the period
  /// @param until the first second after it
  /// @param by the grouping
  public static List<Row> compare(
      List<IncidentReport> reports, long from, long until, Function<IncidentReport, String> by) {
    if (from >= until) {
      throw new IllegalArgumentException(
          "a period from " + from + " to " + until + ". Maybe swap its two ends");
    }
    long length = until - from;
    Map<String, Incident> incidents = new TreeMap<>();
    for (IncidentReport each : reports) {
      incidents.merge(each.incident(), Incident.of(each, by.apply(each)), Incident::with);
    }
    Map<String, Count> now = new TreeMap<>();
    Map<String, Count> before = new TreeMap<>();
    for (Incident each : incidents.values()) {
      add(each, from, until, now);
      add(each, from - length, from, before);
    }
    Map<String, Boolean> groups = new TreeMap<>();
    now.keySet().forEach(group -> groups.put(group, true));
    before.keySet().forEach(group -> groups.put(group, true));
    return groups.keySet().stream()
        .map(
            group ->
                new Row(
                    group,
                    now.getOrDefault(group, Count.NONE),
                    before.getOrDefault(group, Count.NONE)))
        .toList();
  }

  private static void add(Incident incident, long from, long until, Map<String, Count> counts) {
    boolean isPossible = incident.earliest < until && incident.latest >= from;
    if (!isPossible) {
      return;
    }
    boolean isCertain = incident.earliest >= from && incident.latest < until;
    Count count = counts.getOrDefault(incident.group, Count.NONE);
    counts.put(
        incident.group,
        new Count(
            count.incidents.plus(isCertain ? 1 : 0, 1),
            count.killed.plus(isCertain ? incident.low : 0, incident.high)));
  }

  private record Incident(String group, long earliest, long latest, long low, long high) {

    static Incident of(IncidentReport report, String group) {
      return new Incident(
          group,
          report.when().earliest(),
          report.when().latest(),
          report.toll().least(),
          report.toll().most());
    }

    Incident with(Incident other) {
      return new Incident(
          group,
          Math.min(earliest, other.earliest),
          Math.max(latest, other.latest),
          Math.min(low, other.low),
          Math.max(high, other.high));
    }
  }
}
