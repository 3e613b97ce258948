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
/// @param pairs for each two of the [#MAIN] topics, how many have both; none if no agreement has
/// @param done for each provision and year, how many accords had done it
/// @param times for each provision, when it was first done
public record ReferenceFigures(
    int agreements,
    int interstate,
    Map<String, CodeCount> codes,
    Map<CodePair, CodeCount> pairs,
    Map<Provision, List<DoneCount>> done,
    Map<Provision, DoneTimes> times) {

  /// The topics whose pairs are counted, in order.
  public static final List<String> MAIN =
      List.of(
          "Bus",
          "Ce",
          "CeGen",
          "CeProv",
          "Cons",
          "DdrDemil",
          "DdrProg",
          "Dev",
          "DevHum",
          "DevSoc",
          "Ele",
          "GInd",
          "GRef",
          "GeWom",
          "HrCit",
          "HrGen",
          "HrMob",
          "ImE",
          "ImPK",
          "ImRef",
          "ImUN",
          "IntFu",
          "JusJu",
          "LaRef",
          "Med",
          "NatRes",
          "Polps",
          "Pubad",
          "SsrArm",
          "SsrDdr",
          "SsrFf",
          "SsrGua",
          "SsrInt",
          "SsrPol",
          "SsrPsf",
          "StBor",
          "StInd",
          "StSd",
          "StXbor",
          "Terps",
          "TjAm",
          "TjMech",
          "TjPrire",
          "TjRep",
          "TpsAut",
          "TpsLoc",
          "Wat");

  /// Two topics, in the order of their codes.
  public record CodePair(String first, String second) implements Comparable<CodePair> {

    public CodePair {
      if (first.compareTo(second) >= 0) {
        throw new IllegalArgumentException(first + " is not before " + second);
      }
    }

    @Override
    public int compareTo(CodePair other) {
      int order = first.compareTo(other.first);
      return order != 0 ? order : second.compareTo(other.second);
    }
  }

  public ReferenceFigures {
    codes = Collections.unmodifiableMap(new TreeMap<>(codes));
    pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
    EnumMap<Provision, List<DoneCount>> sorted = new EnumMap<>(Provision.class);
    done.forEach((provision, counts) -> sorted.put(provision, List.copyOf(counts)));
    done = Collections.unmodifiableMap(sorted);
    EnumMap<Provision, DoneTimes> byProvision = new EnumMap<>(Provision.class);
    byProvision.putAll(times);
    times = Collections.unmodifiableMap(byProvision);
  }

  /// How many agreements have a topic, and how many of those between states.
  public record CodeCount(int all, int interstate) {

    CodeCount plus(CodeCount other) {
      return new CodeCount(all + other.all, interstate + other.interstate);
    }
  }

  /// How many accords had done a provision in a year, and how many were followed then.
  public record DoneCount(int year, int done, int followed) {}

  /// How many agreements have all these topics: exactly, or no more than.
  ///
  /// @param isExact whether the count is exact; else it is that of the rarest pair or topic
  public record Together(int count, boolean isExact) {}

  /// How many agreements have all of some topics. One topic and two of the main ones are counted;
  /// more can only be bounded from above.
  public Together together(Collection<String> wanted) {
    List<String> all = wanted.stream().distinct().sorted().toList();
    int least = agreements;
    boolean isCounted = true;
    for (int i = 0; i < all.size(); i++) {
      CodeCount single = codes.get(all.get(i));
      least = Math.min(least, single == null ? 0 : single.all());
      for (String later : all.subList(i + 1, all.size())) {
        if (MAIN.contains(all.get(i)) && MAIN.contains(later)) {
          CodeCount both = pairs.get(new CodePair(all.get(i), later));
          least = Math.min(least, both == null ? 0 : both.all());
        } else {
          isCounted = false;
        }
      }
    }
    return new Together(least, least == 0 || (all.size() < 3 && isCounted));
  }

  /// The figures of these rows.
  public static ReferenceFigures of(List<PaxAgreement> agreements, AccordHistory history) {
    Map<String, CodeCount> codes = new TreeMap<>();
    int interstate = 0;
    for (PaxAgreement each : agreements) {
      int one = each.scope() == AgreementScope.INTERSTATE ? 1 : 0;
      interstate += one;
      for (String code : each.codes().keySet()) {
        codes.merge(code, new CodeCount(1, one), CodeCount::plus);
      }
    }
    Map<CodePair, CodeCount> pairs = new TreeMap<>();
    for (PaxAgreement each : agreements) {
      int one = each.scope() == AgreementScope.INTERSTATE ? 1 : 0;
      List<String> main = MAIN.stream().filter(each.codes()::containsKey).sorted().toList();
      for (int i = 0; i < main.size(); i++) {
        for (String later : main.subList(i + 1, main.size())) {
          pairs.merge(new CodePair(main.get(i), later), new CodeCount(1, one), CodeCount::plus);
        }
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
    return new ReferenceFigures(agreements.size(), interstate, codes, pairs, done, times);
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
