package org.parley.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.bargain.cases.CasePackages;
import org.parley.board.Board;
import org.parley.board.cell.Row;
import org.parley.board.word.Stance;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.StoppedBy;
import org.parley.guarantees.CaseGuarantees;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.act.Act;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.Subject;
import org.parley.sequence.SequenceProblem;

/// Smallest sets of sources, against every set of sources in turn, over generated cases.
@NullMarked
class WeakestSourcesLawTest {

  private static final int CASES = Effort.of(24, 60);
  private static final int MOST_SOURCES = 9;
  private static final AsOf DAY = AsOf.of(LocalDate.of(2025, 9, 1));

  private static CaseView view(long seed) {
    Random random = new Random(seed);
    return Cases.of(
            seed,
            new Cases.Size(
                2 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(9), true))
        .viewFor(new Viewer.Mediator());
  }

  /// The smallest size of a set of sources that changes the stance, by trying them all; 0 if none
  /// does.
  private static int smallest(CaseView view, Subject subject, PartyId party) {
    Stance before = Board.of(view, DAY).get(subject).get(party).stance();
    List<SourceId> sources = view.sources().stream().map(Source::id).toList();
    int smallest = 0;
    for (int set = 1; set < 1 << sources.size(); set++) {
      int size = Integer.bitCount(set);
      if (smallest > 0 && size >= smallest) {
        continue;
      }
      Set<Id> gone = new HashSet<>();
      for (int i = 0; i < sources.size(); i++) {
        if ((set >> i & 1) == 1) {
          gone.add(sources.get(i));
        }
      }
      CaseView without = naive(view, gone);
      if (Board.of(without, DAY).get(subject).get(party).stance() != before) {
        smallest = size;
      }
    }
    return smallest;
  }

  /// The view without what falls with `gone`, of claims and acts alone.
  private static CaseView naive(CaseView view, Set<Id> gone) {
    boolean grows = true;
    while (grows) {
      grows = false;
      for (CaseRecord each : view.records()) {
        boolean falls =
            switch (each) {
              case Source source -> source.relays() != null && gone.contains(source.relays());
              case Claim claim ->
                  gone.containsAll(claim.source()) || gone.containsAll(claim.about());
              case Act act -> gone.containsAll(act.source()) || gone.containsAll(act.of());
              default -> false;
            };
        grows |= falls && gone.add(each.id());
      }
    }
    List<CaseRecord> kept = new ArrayList<>();
    for (CaseRecord each : view.records()) {
      if (!gone.contains(each.id())) {
        kept.add(
            switch (each) {
              case Claim claim -> without(claim, gone);
              case Act act -> without(act, gone);
              case Instrument instrument -> without(instrument, gone);
              case Step step -> without(step, gone);
              default -> each;
            });
      }
    }
    return view.of(kept);
  }

  private static <T> List<T> without(List<T> all, Set<Id> gone) {
    return all.stream().filter(each -> !(each instanceof Id id && gone.contains(id))).toList();
  }

  private static Claim without(Claim one, Set<Id> gone) {
    return new Claim(
        one.id(),
        one.speaker(),
        one.office(),
        one.party(),
        one.jointly(),
        one.said(),
        one.known(),
        one.channel(),
        without(one.source(), gone),
        one.confidence(),
        one.quote(),
        one.paraphrase(),
        without(one.about(), gone),
        one.between(),
        one.asserts(),
        without(one.supersedes(), gone),
        without(one.retracts(), gone),
        without(one.contradicts(), gone),
        one.visibility());
  }

  private static Instrument without(Instrument one, Set<Id> gone) {
    return new Instrument(
        one.id(),
        one.title(),
        one.shortName(),
        one.summary(),
        one.kind(),
        one.partOf(),
        one.signatories(),
        one.signing(),
        one.rule(),
        one.status().stream()
            .filter(each -> each.source().isEmpty() || !gone.containsAll(each.source()))
            .map(
                each ->
                    new InstrumentEvent(
                        each.event(),
                        each.date(),
                        each.by(),
                        each.expected(),
                        each.known(),
                        without(each.source(), gone)))
            .toList(),
        one.known(),
        one.versions(),
        without(one.source(), gone),
        one.visibility());
  }

  private static Step without(Step one, Set<Id> gone) {
    return new Step(
        one.id(),
        one.title(),
        one.instrument(),
        one.event(),
        one.by(),
        one.verifiedBy(),
        one.duration(),
        one.happened(),
        one.irreversible(),
        one.worth(),
        one.progress(),
        one.places(),
        one.topics(),
        without(one.source(), gone),
        one.assumed(),
        one.visibility());
  }

  private static Act without(Act one, Set<Id> gone) {
    return new Act(
        one.id(),
        one.kind(),
        one.date(),
        one.known(),
        one.by(),
        without(one.of(), gone),
        one.version(),
        one.vote(),
        one.share(),
        one.unit(),
        one.foundBy(),
        one.until(),
        one.incident(),
        one.response(),
        one.quote(),
        one.note(),
        without(one.source(), gone),
        without(one.supersedes(), gone),
        one.visibility());
  }

  @Test
  void noSmallerSetChangesAStanceAndTheOneFoundDoes() {
    int found = 0;
    int several = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = view(seed);
      if (view.sources().size() > MOST_SOURCES) {
        continue;
      }
      Board board = Board.of(view, DAY);
      BoardSources sources = BoardSources.of(view, DAY);
      for (Row row : board.rows()) {
        PartyId party = row.cells().getFirst().party();
        String name = "seed " + seed + ", " + row.subject() + ", " + party;
        WeakestSources<Stance> weakest =
            exhausted(sources.stance(row.subject(), party, Budget.unlimited()), name);
        assertEquals(smallest(view, row.subject(), party), weakest.sources().size(), name);
        if (weakest.isFound()) {
          found++;
          several += weakest.sources().size() > 1 ? 1 : 0;
          CaseView without = naive(view, new HashSet<>(weakest.sources()));
          assertEquals(
              Board.of(without, DAY).get(row.subject()).get(party).stance(),
              weakest.otherwise(),
              name);
        }
      }
    }
    assertTrue(found > Effort.of(20, 50), "stances with sources: " + found);
    assertTrue(several > Effort.of(4, 10), "stances that rest on several: " + several);
  }

  /// Proved with a set, or searched to the end without one.
  private static <A> WeakestSources<A> exhausted(Finding<WeakestSources<A>> finding, String name) {
    WeakestSources<A> found = finding.findAnswer().orElseThrow();
    assertTrue(
        found.isFound()
            ? finding instanceof Finding.Proved<?>
            : finding instanceof Finding.Exhausted<?>,
        name);
    return found;
  }

  /// The check tries every set of fewer sources. Another answer, another set, or a set with one
  /// source too many or too few does not hold.
  @Test
  void everyCertificateHoldsAndNoAlteredOneDoes() {
    int held = 0;
    int altered = 0;
    for (long seed = 0; seed < CASES / 3; seed++) {
      CaseView view = view(seed);
      for (Row row : Board.of(view, DAY).rows().stream().limit(2).toList()) {
        PartyId party = row.cells().getFirst().party();
        Question.Sources question =
            new Question.Sources(
                view, each -> Board.of(each, DAY).get(row.subject()).get(party).stance());
        Finding<WeakestSources<Stance>> found =
            BoardSources.of(view, DAY).stance(row.subject(), party, Budget.ofSteps(1000));
        if (view.sources().size() > 7
            || !(found instanceof Finding.Proved<WeakestSources<Stance>>(var weakest, _))) {
          continue;
        }
        held++;
        assertEquals(
            new Verdict.Holds(),
            Check.verify(question, found, Budget.unlimited()),
            "seed " + seed + ", " + row.subject());
        for (WeakestSources<Stance> other : altered(view, weakest)) {
          altered++;
          assertFalse(
              Check.verify(
                      question,
                      new Finding.Proved<>(other, new WeakestSources.Smallest(other)),
                      Budget.unlimited())
                  .holds(),
              "seed " + seed + ", " + weakest + ", " + other);
        }
        assertFalse(
            Check.verify(
                    question,
                    new Finding.Proved<>(
                        new WeakestSources<>(weakest.sources(), null),
                        new WeakestSources.Smallest(weakest)),
                    Budget.unlimited())
                .holds());
      }
    }
    assertTrue(
        held > Effort.of(2, 5) && altered > Effort.of(15, 40), held + " held, altered " + altered);
  }

  private static List<WeakestSources<Stance>> altered(
      CaseView view, WeakestSources<Stance> weakest) {
    List<WeakestSources<Stance>> altered = new ArrayList<>();
    List<SourceId> set = weakest.sources();
    Stance otherwise = Objects.requireNonNull(weakest.otherwise());
    altered.add(new WeakestSources<>(List.of(), otherwise));
    altered.add(new WeakestSources<>(set.subList(1, set.size()), otherwise));
    for (Stance other : Stance.values()) {
      if (other != otherwise) {
        altered.add(new WeakestSources<>(set, other));
      }
    }
    for (Source each : view.sources()) {
      List<SourceId> more = new ArrayList<>(set);
      more.add(each.id());
      altered.add(new WeakestSources<>(more, otherwise));
    }
    return altered;
  }

  @Test
  void aCheckWithoutTimeIsOpen() {
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = view(seed);
      for (Row row : Board.of(view, DAY).rows()) {
        PartyId party = row.cells().getFirst().party();
        Finding<WeakestSources<Stance>> found =
            BoardSources.of(view, DAY).stance(row.subject(), party, Budget.ofSteps(1000));
        if (found.findAnswer().orElseThrow().sources().size() > 1 && found.isComplete()) {
          assertEquals(
              new Verdict.Open(Verdict.Reason.BUDGET),
              Check.verify(
                  new Question.Sources(
                      view, each -> Board.of(each, DAY).get(row.subject()).get(party).stance()),
                  found,
                  Budget.ofSteps(1)));
          return;
        }
      }
    }
    throw new AssertionError("no stance rests on several sources");
  }

  /// Without some of its sources a case is still one that every engine reads.
  @Test
  void everyEngineReadsTheCaseWithoutSomeSources() {
    for (long seed = 0; seed < 4L * CASES; seed++) {
      Random random = new Random(seed);
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      List<SourceId> some =
          view.sources().stream().map(Source::id).filter(_ -> random.nextDouble() < 0.7).toList();
      CaseView without = SourceDependence.of(view).without(some);
      assertTrue(
          without.sources().stream().noneMatch(each -> some.contains(each.id())), "seed " + seed);
      Board.of(without, DAY).summary();
      CasePackages.of(without);
      SequenceProblem.of(without, DAY.date(), true);
      CaseGuarantees.of(without);
    }
  }

  /// Within a budget the size is bounded from both sides, and the set still changes the count.
  @Test
  void anEndedSearchBoundsTheSize() {
    int bounded = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = view(seed);
      BoardSources sources = BoardSources.of(view, DAY);
      Finding<WeakestSources<BoardSources.AgreedCount>> all = sources.summary(Budget.ofSteps(1000));
      if (!(sources.summary(Budget.ofSteps(2))
              instanceof
              Finding.Bounded<WeakestSources<BoardSources.AgreedCount>>(
                  WeakestSources<BoardSources.AgreedCount> some,
                  SourceBound(int atLeast),
                  StoppedBy by))
          || !all.isComplete()) {
        continue;
      }
      WeakestSources<BoardSources.AgreedCount> best = all.findAnswer().orElseThrow();
      assertEquals(StoppedBy.STEPS, by);
      if (best.isFound()) {
        bounded++;
        assertTrue(best.sources().size() >= atLeast, "seed " + seed);
        assertTrue(!some.isFound() || some.sources().size() >= best.sources().size());
      } else {
        assertFalse(some.isFound(), "seed " + seed);
      }
      if (some.isFound()) {
        CaseView without = SourceDependence.of(view).without(some.sources());
        assertEquals(
            BoardSources.AgreedCount.of(Board.of(without, DAY).summary()),
            Objects.requireNonNull(some.otherwise()));
      }
    }
    assertTrue(bounded > Effort.of(1, 5), "searches that ended early: " + bounded);
  }
}
