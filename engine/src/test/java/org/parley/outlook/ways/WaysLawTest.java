package org.parley.outlook.ways;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.board.word.Stance;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.step.DemandId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.outlook.ways.Talks.Barrier;
import org.parley.outlook.ways.Talks.BarrierKind;
import org.parley.outlook.ways.Talks.BarrierMove;
import org.parley.outlook.ways.Talks.LaterApproval;
import org.parley.outlook.ways.Talks.OpenText;
import org.parley.outlook.ways.Talks.Prospects;
import org.parley.outlook.ways.WaysTree.IssueValue;
import org.parley.outlook.ways.WaysTree.Needs;
import org.parley.outlook.ways.WaysTree.TextNeeds;

/// Laws of the tree of ways over random talks.
@NullMarked
class WaysLawTest {

  private static final int CASES = 300;

  /// Talks of up to three texts, with up to twelve barriers.
  static Talks talks(long seed) {
    Random random = new Random(seed);
    List<InstrumentId> ids = new ArrayList<>();
    List<OpenText> texts = new ArrayList<>();
    for (int text = 0; text <= random.nextInt(3); text++) {
      ids.add(new InstrumentId("text-" + text));
      texts.add(new OpenText(ids.get(text), List.of(party(0), party(1)), 1, 3));
    }
    List<Barrier> barriers = new ArrayList<>();
    for (int barrier = 0; barrier < random.nextInt(13); barrier++) {
      BarrierKind kind =
          List.of(BarrierKind.values()).get(random.nextInt(BarrierKind.values().length));
      Set<InstrumentId> kept = new TreeSet<>();
      kept.add(ids.get(random.nextInt(ids.size())));
      if (kind != BarrierKind.OPEN_POINT) {
        kept.add(ids.get(random.nextInt(ids.size())));
      }
      List<BarrierMove> moves = new ArrayList<>();
      for (int move = 0; move <= (kind == BarrierKind.OPEN_POINT ? 0 : random.nextInt(3)); move++) {
        moves.add(new BarrierMove(List.of(party(random.nextInt(3))), issue(random), Stance.OPEN));
      }
      barriers.add(new Barrier(kind, List.copyOf(kept), moves));
    }
    return new Talks(
        texts,
        barriers,
        List.of(
            new LaterApproval(
                ids.getFirst(), "vote", Prospects.OPEN, List.of(new PointId("point-0")))));
  }

  private static PartyId party(int number) {
    return new PartyId("party-" + number);
  }

  private static TalksIssue issue(Random random) {
    return random.nextBoolean()
        ? new TalksIssue.OfPoint(new PointId("point-" + random.nextInt(4)))
        : new TalksIssue.OfDemand(new DemandId("demand-" + random.nextInt(3)));
  }

  private static WaysTree tree(Talks talks) {
    return TalksWays.of(talks).findAnswer().orElseThrow();
  }

  private static Verdict verify(Talks talks, WaysTree tree) {
    return Check.verify(
        new Question.Ways(talks),
        new Finding.Proved<>(tree, new TalksWays.Branched(tree)),
        Budget.unlimited());
  }

  @Test
  void everyTreeHolds() {
    int choices = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Talks talks = talks(seed);
      WaysTree tree = tree(talks);
      choices += tree.asIs().choices().size();
      assertEquals(new Verdict.Holds(), verify(talks, tree), "seed " + seed);
    }
    assertTrue(choices > 200, "choices " + choices);
  }

  /// Once every required move is made, and one in each conflict, nothing is left.
  @Test
  void theMovesNamedLiftEveryBarrier() {
    for (long seed = 0; seed < CASES; seed++) {
      Talks talks = talks(seed);
      Needs needs = tree(talks).asIs();
      Set<Integer> left = new TreeSet<>(needs.barriers());
      left.removeAll(needs.choices());
      left.removeIf(
          number ->
              talks.barriers().get(number).moves().stream()
                  .anyMatch(
                      move ->
                          needs.required().stream()
                              .anyMatch(
                                  each ->
                                      move.by().contains(each.party())
                                          && each.issues().contains(move.issue()))));
      assertEquals(Set.of(), left, "seed " + seed);
    }
  }

  @Test
  void renamingOnlyRenames() {
    for (long seed = 0; seed < CASES; seed++) {
      Talks talks = talks(seed);
      // the order of names is turned round
      UnaryOperator<String> name = id -> "x" + (char) ('z' - Math.floorMod(id.hashCode(), 7)) + id;
      assertEquals(Rewrite.ids(tree(talks), name), tree(Rewrite.ids(talks, name)), "seed " + seed);
    }
  }

  /// What keeps back another text changes nothing in what a text needs.
  @Test
  void aBarrierOfAnotherTextChangesNothingInOne() {
    for (long seed = 0; seed < CASES; seed++) {
      Talks talks = talks(seed);
      List<OpenText> texts = new ArrayList<>(talks.texts());
      InstrumentId other = new InstrumentId("other");
      texts.add(new OpenText(other, List.of(party(0), party(1)), 0, 1));
      List<Barrier> barriers = new ArrayList<>(talks.barriers());
      barriers.add(
          new Barrier(
              BarrierKind.OPEN_POINT,
              List.of(other),
              List.of(
                  new BarrierMove(
                      List.of(party(0)),
                      new TalksIssue.OfPoint(new PointId("new")),
                      Stance.OPEN))));
      Set<TextNeeds> more = Set.copyOf(tree(new Talks(texts, barriers, talks.approvals())).texts());
      assertTrue(more.containsAll(tree(talks).texts()), "seed " + seed);
    }
  }

  @Test
  void aTamperedTreeFails() {
    int tampered = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Talks talks = talks(seed);
      WaysTree tree = tree(talks);
      List<WaysTree> wrong = new ArrayList<>();
      if (!tree.values().isEmpty()) {
        List<IssueValue> fewer = tree.values().subList(1, tree.values().size());
        wrong.add(new WaysTree(tree.asIs(), tree.texts(), fewer));
        IssueValue first = tree.values().getFirst();
        for (IssueValue other :
            List.of(
                new IssueValue(
                    first.issue(),
                    first.movers(),
                    first.openPoints() + 1,
                    first.clashes(),
                    first.knots(),
                    first.approvals(),
                    first.frees()),
                new IssueValue(
                    first.issue(),
                    List.of(),
                    first.openPoints(),
                    first.clashes(),
                    first.knots(),
                    first.approvals(),
                    first.frees()))) {
          List<IssueValue> values = new ArrayList<>(fewer);
          values.addFirst(other);
          wrong.add(new WaysTree(tree.asIs(), tree.texts(), values));
        }
      }
      Needs needs = tree.asIs();
      if (!needs.barriers().isEmpty()) {
        wrong.add(
            new WaysTree(
                new Needs(List.of(), needs.required(), needs.choices()),
                tree.texts(),
                tree.values()));
      }
      if (!needs.required().isEmpty()) {
        wrong.add(
            new WaysTree(
                new Needs(needs.barriers(), List.of(), needs.choices()),
                tree.texts(),
                tree.values()));
      }
      wrong.add(new WaysTree(needs, List.of(), tree.values()));
      for (WaysTree each : wrong) {
        tampered++;
        assertInstanceOf(Verdict.Fails.class, verify(talks, each), "seed " + seed + " " + each);
      }
    }
    assertTrue(tampered > CASES, "tampered " + tampered);
  }

  @Test
  void nothingOpenHoldsOfNoTextsAlone() {
    Finding<?> none = new Finding.Impossible<>(new TalksWays.NothingOpen());
    Talks empty = new Talks(List.of(), List.of(), List.of());
    assertEquals(
        new Verdict.Holds(), Check.verify(new Question.Ways(empty), none, Budget.unlimited()));
    assertInstanceOf(
        Verdict.Fails.class, Check.verify(new Question.Ways(talks(1)), none, Budget.unlimited()));
  }
}
