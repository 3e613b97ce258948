package org.parley.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts computed from collections, without any of their rows.
///
/// @param agreements the agreements of PA-X, version 9
/// @param interstate those between states
/// @param codes for each topic, how many have it
/// @param done for each provision and year, how many accords had done it
/// @param times for each provision, when it was first done
public record ReferenceFigures(
    int agreements,
    int interstate,
    Map<String, CodeCount> codes,
    Map<Provision, List<DoneCount>> done,
    Map<Provision, DoneTimes> times) {

  public ReferenceFigures {
    codes = Collections.unmodifiableMap(new TreeMap<>(codes));
    EnumMap<Provision, List<DoneCount>> sorted = new EnumMap<>(Provision.class);
    done.forEach((provision, counts) -> sorted.put(provision, List.copyOf(counts)));
    done = Collections.unmodifiableMap(sorted);
    EnumMap<Provision, DoneTimes> byProvision = new EnumMap<>(Provision.class);
    byProvision.putAll(times);
    times = Collections.unmodifiableMap(byProvision);
  }

  /// How many agreements have a topic, and how many of those between states.
  public record CodeCount(int all, int interstate) {}

  /// How many accords had done a provision in a year, and how many were followed then.
  public record DoneCount(int year, int done, int followed) {}

  /// The figures of these rows.
  public static ReferenceFigures of(List<PaxAgreement> agreements, AccordHistory history) {
    Map<String, CodeCount> codes = new TreeMap<>();
    int interstate = 0;
    for (PaxAgreement each : agreements) {
      int one = each.scope() == AgreementScope.INTERSTATE ? 1 : 0;
      interstate += one;
      for (String code : each.codes().keySet()) {
        codes.merge(
            code,
            new CodeCount(1, one),
            (a, b) -> new CodeCount(a.all + b.all, a.interstate + b.interstate));
      }
    }
    EnumMap<Provision, List<DoneCount>> done = new EnumMap<>(Provision.class);
    EnumMap<Provision, DoneTimes> times = new EnumMap<>(Provision.class);
    for (Provision provision : Provision.values()) {
      times.put(provision, DoneTimes.of(history.spells(provision)));
      done.put(
          provision,
          AccordHistory.YEARS.stream()
              .map(
                  year -> {
                    RowShare share = history.done(provision, year);
                    return new DoneCount(year, share.count(), share.total());
                  })
              .toList());
    }
    return new ReferenceFigures(agreements.size(), interstate, codes, done, times);
  }

  /// When provisions were first done, all of them together: each of an accord counts.
  public DoneTimes times(Collection<Provision> provisions) {
    DoneTimes all = DoneTimes.NONE;
    for (Provision each : provisions) {
      all = all.plus(times.getOrDefault(each, DoneTimes.NONE));
    }
    return all;
  }
}
