package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.model.PartyId;
import org.parley.model.text.InstrumentId;
import org.parley.outlook.ways.Talks;
import org.parley.outlook.ways.Talks.Barrier;
import org.parley.outlook.ways.Talks.BarrierKind;
import org.parley.outlook.ways.Talks.BarrierMove;
import org.parley.outlook.ways.TalksIssue;
import org.parley.outlook.ways.TalksWays;
import org.parley.outlook.ways.WaysTree;
import org.parley.outlook.ways.WaysTree.IssueValue;
import org.parley.outlook.ways.WaysTree.Needs;
import org.parley.outlook.ways.WaysTree.TextNeeds;

/// Settles one issue after the other, and counts what falls with it.
final class WaysCheck {

  private final Talks talks;
  private final Map<TalksIssue, List<Barrier>> byIssue = new HashMap<>();

  /// How many barriers keep a text back.
  private final Map<InstrumentId, Long> byText;

  private WaysCheck(Talks talks) {
    this.talks = talks;
    for (Barrier barrier : talks.barriers()) {
      barrier.moves().stream()
          .map(BarrierMove::issue)
          .distinct()
          .forEach(issue -> byIssue.computeIfAbsent(issue, _ -> new ArrayList<>()).add(barrier));
    }
    byText = perText(talks.barriers());
  }

  /// Whether no text of the talks is open.
  static Verdict nothingOpen(Talks talks) {
    return talks.texts().isEmpty() ? new Verdict.Holds() : Verdict.fails(Flaw.Code.OTHER_ANSWER);
  }

  static Verdict verify(TalksWays.Branched stated, Talks talks) {
    WaysTree tree = stated.tree();
    WaysCheck check = new WaysCheck(talks);
    if (!check.isRight(tree.asIs(), _ -> true)) {
      return Verdict.fails(Flaw.Code.OTHER_NEEDS, 0);
    }
    if (tree.texts().size() != talks.texts().size()
        || !Set.copyOf(tree.texts().stream().map(TextNeeds::text).toList())
            .equals(Set.copyOf(talks.texts().stream().map(Talks.OpenText::text).toList()))) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
    int before = 0;
    for (TextNeeds each : tree.texts()) {
      int barriers = each.needs().barriers().size();
      if (barriers < before
          || !check.isRight(each.needs(), barrier -> barrier.texts().contains(each.text()))) {
        return Verdict.fails(Flaw.Code.OTHER_NEEDS, each.text());
      }
      before = barriers;
    }
    return check.values(tree.values());
  }

  /// Whether needs are those of the barriers that keep something back.
  private boolean isRight(Needs needs, Predicate<Barrier> keeps) {
    List<Integer> barriers = new ArrayList<>();
    List<Integer> choices = new ArrayList<>();
    Set<List<Object>> stated = new LinkedHashSet<>();
    needs
        .required()
        .forEach(each -> each.issues().forEach(issue -> stated.add(List.of(each.party(), issue))));
    Set<List<Object>> required = new LinkedHashSet<>();
    for (int number = 0; number < talks.barriers().size(); number++) {
      Barrier barrier = talks.barriers().get(number);
      if (keeps.test(barrier)) {
        barriers.add(number);
        if (barrier.moves().size() == 1) {
          pairs(barrier.moves().getFirst()).forEach(required::add);
        }
      }
    }
    for (int number : barriers) {
      List<BarrierMove> moves = talks.barriers().get(number).moves();
      boolean isMade = false;
      for (BarrierMove move : moves) {
        isMade |= !move.by().isEmpty() && required.containsAll(pairs(move));
      }
      if (moves.size() > 1 && !isMade) {
        choices.add(number);
      }
    }
    long parties = needs.required().stream().map(WaysTree.PartyMoves::party).distinct().count();
    return needs.barriers().equals(barriers)
        && needs.choices().equals(choices)
        && stated.equals(required)
        && parties == needs.required().size();
  }

  private static List<List<Object>> pairs(BarrierMove move) {
    return move.by().stream().map(party -> List.<Object>of(party, move.issue())).toList();
  }

  private Verdict values(List<IssueValue> values) {
    Set<TalksIssue> issues = new LinkedHashSet<>();
    talks.barriers().forEach(barrier -> barrier.moves().forEach(move -> issues.add(move.issue())));
    if (values.size() != issues.size()
        || !Set.copyOf(values.stream().map(IssueValue::issue).toList()).equals(issues)) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
    IssueValue before = null;
    for (IssueValue each : values) {
      if (!isRight(each) || (before != null && isMore(each, before))) {
        return Verdict.fails(Flaw.Code.OTHER_NEEDS, each.issue());
      }
      before = each;
    }
    return new Verdict.Holds();
  }

  private boolean isRight(IssueValue value) {
    List<Barrier> lifted = byIssue.getOrDefault(value.issue(), List.of());
    for (BarrierKind kind : BarrierKind.values()) {
      if (lifted.stream().filter(each -> each.kind() == kind).count() != value.of(kind)) {
        return false;
      }
    }
    Map<InstrumentId, Long> liftedByText = perText(lifted);
    List<InstrumentId> frees = new ArrayList<>();
    for (Talks.OpenText each : talks.texts()) {
      Long kept = byText.get(each.text());
      if (kept != null && kept.equals(liftedByText.get(each.text()))) {
        frees.add(each.text());
      }
    }
    Set<PartyId> movers = new LinkedHashSet<>();
    for (Barrier barrier : lifted) {
      for (BarrierMove move : barrier.moves()) {
        if (move.issue().equals(value.issue())) {
          movers.addAll(move.by());
        }
      }
    }
    int approvals = 0;
    for (Talks.LaterApproval each : talks.approvals()) {
      approvals +=
          each.decidedBy().stream().map(TalksIssue.OfPoint::new).anyMatch(value.issue()::equals)
              ? 1
              : 0;
    }
    return frees.equals(value.frees())
        && List.copyOf(movers).equals(value.movers())
        && approvals == value.approvals();
  }

  private static Map<InstrumentId, Long> perText(List<Barrier> barriers) {
    return barriers.stream()
        .flatMap(each -> each.texts().stream().distinct())
        .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
  }

  /// Whether more falls with one than with the other: barriers first, then texts, then approvals.
  private static boolean isMore(IssueValue one, IssueValue other) {
    if (one.barriers() != other.barriers()) {
      return one.barriers() > other.barriers();
    }
    return one.frees().size() != other.frees().size()
        ? one.frees().size() > other.frees().size()
        : one.approvals() > other.approvals();
  }
}
