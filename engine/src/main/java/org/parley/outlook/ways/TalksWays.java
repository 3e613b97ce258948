package org.parley.outlook.ways;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.text.InstrumentId;
import org.parley.outlook.ways.Talks.Barrier;
import org.parley.outlook.ways.Talks.BarrierKind;
import org.parley.outlook.ways.Talks.BarrierMove;
import org.parley.outlook.ways.Talks.OpenText;
import org.parley.outlook.ways.WaysTree.IssueValue;
import org.parley.outlook.ways.WaysTree.Needs;
import org.parley.outlook.ways.WaysTree.PartyMoves;
import org.parley.outlook.ways.WaysTree.TextNeeds;

/// Reads the ways that talks can go from what keeps their texts back.
///
/// Cost: barriers with their moves and texts, and issues times texts.
public final class TalksWays {

  private TalksWays() {}

  /// States the tree, which the talks give again.
  public record Branched(WaysTree tree) implements Certificate.OfAnswer {}

  /// States that no text is open: all are signed or over.
  public record NothingOpen() implements Certificate.OfNone {}

  /// The tree of talks.
  public static Finding<WaysTree> of(Talks talks) {
    if (talks.texts().isEmpty()) {
      return new Finding.Impossible<>(new NothingOpen());
    }
    List<Integer> all = new ArrayList<>();
    for (int number = 0; number < talks.barriers().size(); number++) {
      all.add(number);
    }
    List<TextNeeds> texts = new ArrayList<>();
    for (OpenText each : talks.texts()) {
      texts.add(
          new TextNeeds(
              each.text(),
              needs(
                  talks,
                  all.stream()
                      .filter(number -> talks.barriers().get(number).texts().contains(each.text()))
                      .toList())));
    }
    texts.sort(Comparator.comparingInt(each -> each.needs().barriers().size()));
    WaysTree tree = new WaysTree(needs(talks, all), texts, values(talks));
    return new Finding.Proved<>(tree, new Branched(tree));
  }

  private static Needs needs(Talks talks, List<Integer> barriers) {
    Map<PartyId, Set<TalksIssue>> required = new LinkedHashMap<>();
    for (int number : barriers) {
      Barrier barrier = talks.barriers().get(number);
      if (barrier.moves().size() == 1) {
        BarrierMove move = barrier.moves().getFirst();
        move.by()
            .forEach(
                party ->
                    required.computeIfAbsent(party, _ -> new LinkedHashSet<>()).add(move.issue()));
      }
    }
    return new Needs(
        barriers,
        required.entrySet().stream()
            .map(each -> new PartyMoves(each.getKey(), List.copyOf(each.getValue())))
            .toList(),
        barriers.stream()
            .filter(number -> isChoice(talks.barriers().get(number), required))
            .toList());
  }

  /// Whether more than one move lifts it, none of which is made anyway.
  private static boolean isChoice(Barrier barrier, Map<PartyId, Set<TalksIssue>> required) {
    return barrier.moves().size() > 1
        && barrier.moves().stream()
            .noneMatch(
                move ->
                    !move.by().isEmpty()
                        && move.by().stream()
                            .allMatch(
                                party ->
                                    required.getOrDefault(party, Set.of()).contains(move.issue())));
  }

  private static List<IssueValue> values(Talks talks) {
    Map<TalksIssue, List<Barrier>> lifts = new LinkedHashMap<>();
    for (Barrier barrier : talks.barriers()) {
      barrier.moves().stream()
          .map(BarrierMove::issue)
          .distinct()
          .forEach(issue -> lifts.computeIfAbsent(issue, _ -> new ArrayList<>()).add(barrier));
    }
    Map<InstrumentId, Integer> kept = perText(talks.barriers());
    List<IssueValue> values = new ArrayList<>();
    lifts.forEach((issue, barriers) -> values.add(value(talks, issue, barriers, kept)));
    values.sort(
        Comparator.comparingInt(IssueValue::barriers)
            .thenComparingInt(each -> each.frees().size())
            .thenComparingInt(IssueValue::approvals)
            .reversed());
    return values;
  }

  /// How many barriers keep each text back.
  private static Map<InstrumentId, Integer> perText(List<Barrier> barriers) {
    Map<InstrumentId, Integer> counts = new HashMap<>();
    barriers.stream()
        .flatMap(each -> each.texts().stream().distinct())
        .forEach(text -> counts.merge(text, 1, Integer::sum));
    return counts;
  }

  /// @param barriers those that the issue lifts
  /// @param kept how many keep each text back
  private static IssueValue value(
      Talks talks, TalksIssue issue, List<Barrier> barriers, Map<InstrumentId, Integer> kept) {
    Set<PartyId> movers = new LinkedHashSet<>();
    for (Barrier barrier : barriers) {
      barrier.moves().stream()
          .filter(move -> move.issue().equals(issue))
          .forEach(move -> movers.addAll(move.by()));
    }
    Map<InstrumentId, Integer> lifted = perText(barriers);
    return new IssueValue(
        issue,
        List.copyOf(movers),
        count(barriers, BarrierKind.OPEN_POINT),
        count(barriers, BarrierKind.CLASH),
        count(barriers, BarrierKind.KNOT),
        issue instanceof TalksIssue.OfPoint(var point)
            ? (int)
                talks.approvals().stream().filter(each -> each.decidedBy().contains(point)).count()
            : 0,
        talks.texts().stream()
            .map(OpenText::text)
            .filter(text -> lifted.containsKey(text) && lifted.get(text).equals(kept.get(text)))
            .toList());
  }

  private static int count(List<Barrier> barriers, BarrierKind kind) {
    return (int) barriers.stream().filter(each -> each.kind() == kind).count();
  }
}
