package org.parley.bench.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.reading.Speaker;
import org.parley.reading.rules.claim.ClauseTrace;

/// Counts why claims were missed: how far the rules came with the words of each.
final class Misses {

  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> stances = new TreeMap<>();
  private final Map<String, Integer> attributions = new TreeMap<>();

  void add(List<Gold.Claim> missed, List<ClauseTrace> heard) {
    for (Gold.Claim each : missed) {
      kinds.merge(kind(each, heard), 1, Integer::sum);
      stances.merge(each.stance(), 1, Integer::sum);
      attributions.merge(each.attribution(), 1, Integer::sum);
    }
  }

  private static String kind(Gold.Claim claim, List<ClauseTrace> heard) {
    List<ClauseTrace> near = heard.stream().filter(h -> Scorer.isHalf(h.at(), claim.at())).toList();
    if (near.isEmpty()) {
      return "nobody found who says it";
    }
    List<ClauseTrace> right =
        near.stream()
            .filter(
                h ->
                    h.speakers().stream()
                        .anyMatch(s -> Scorer.isSameSpeaker(s.name(), claim.speaker())))
            .toList();
    if (right.isEmpty()) {
      return "taken for somebody else's words";
    }
    if (right.stream().anyMatch(h -> h.outcome() == ClauseTrace.Outcome.CLAIMED)) {
      return "one of two in the same words";
    }
    return right.stream().anyMatch(h -> h.outcome() == ClauseTrace.Outcome.NO_SUBJECT)
        ? "what it is of is not taken for a matter of negotiation"
        : "no word or frame known for what is said";
  }

  /// One line for a missed claim: its kind, what was annotated, and who was heard instead.
  static String line(Gold.Claim claim, String text, List<ClauseTrace> heard) {
    String instead =
        heard.stream()
            .filter(each -> Scorer.isHalf(each.at(), claim.at()))
            .map(
                each -> each.speakers().stream().map(Speaker::name).toList() + " " + each.outcome())
            .distinct()
            .collect(Collectors.joining("; "));
    return "  missed: "
        + kind(claim, heard)
        + " | "
        + claim.speaker()
        + " | "
        + claim.stance()
        + " | "
        + claim.at().in(text)
        + " | "
        + instead;
  }

  void print() {
    System.out.println("  missed     " + kinds);
    System.out.println("             " + stances);
    System.out.println("             " + attributions);
  }
}
