package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.model.cases.Case;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.position.Baseline;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.step.When;
import org.parley.model.text.Instrument;
import org.parley.model.text.Signing;

class CasesTest {

  private static final int CASES = 150;
  private static final int SECRET_CASES = 30;
  private static final List<Case> WITH_EVERY_SECRET =
      LongStream.range(0, SECRET_CASES).mapToObj(Cases::withEverySecret).toList();
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);

  @Test
  void theSameSeedMakesTheSameCase() {
    assertEquals(Cases.of(7), Cases.of(7));
  }

  @Test
  void everythingATypeAllowsOccurs() {
    GeneratorCensus census = census();
    census.expect(
        "two baselines of one party",
        "a signing rule that needs fewer than all",
        "a date before the day looked at",
        "a date after the day looked at",
        "a performed step",
        "a late step");
    for (long seed = 0; seed < CASES; seed++) {
      Case all = Cases.of(seed);
      census.count(all.info());
      all.records().forEach(census::count);
      features(all, census);
    }
    assertEquals(List.of(), census.neverProduced());
  }

  private static GeneratorCensus census() {
    return GeneratorCensus.of(CaseInfo.class, CaseRecord.class)
        .exclude("Claim.source = empty", "a claim has a source")
        .exclude("Claim.about = empty", "a claim is about something")
        .exclude("Claim.between = one", "between one party alone is refused")
        .exclude("WorthCurve.Through.points = empty", "a worth of single values has two")
        .exclude("WorthCurve.Through.points = one", "a worth of single values has two")
        .exclude("Recess.source = empty", "a recess has a source")
        .exclude("Act.of = empty", "an act has an object")
        .exclude("Act.source = empty", "an act has a source")
        .exclude("ApprovalStage.anyOf = empty", "a stage has a way")
        .exclude("ApprovalWay.allOf = empty", "a way has an approval")
        .exclude("Item.Decision.Recorded.claims = empty", "what was recorded is named")
        .exclude("Segment.Bracket.alternatives = empty", "a bracket has alternatives")
        .exclude("Term.readings = empty", "a term has a reading")
        .exclude("TextVersion.text = empty", "a text has words")
        .exclude("Linkage.Tie.Never.together = empty", "a tie has options of two points")
        .exclude("Linkage.Tie.Never.together = one", "a tie has options of two points")
        .exclude("Linkage.Tie.IfThen.when = empty", "an option on either side")
        .exclude("Linkage.Tie.IfThen.oneOf = empty", "an option on either side")
        .exclude("Linkage.Tie.Budget.amounts = empty", "a tie has options of two points")
        .exclude("Linkage.Tie.Budget.amounts = one", "a tie has options of two points")
        .exclude("Linkage.Tie.JointWorth.when = empty", "a tie has options of two points")
        .exclude("Linkage.Tie.JointWorth.when = one", "a tie has options of two points")
        .exclude("Guarantee.Trigger.Combined.incidents = empty", "a trigger asks for something")
        .exclude("Determination.Council.members = empty", "a council has members")
        .exclude("Guarantee.ties = empty", "every tie has its place")
        .exclude("Guarantee.ties = one", "every tie has its place")
        .exclude("LogEntry.source = empty", "an entry has a source")
        .exclude("LogEntry.Fact.Report.between = one", "it is between two parties")
        .exclude("Round.parties = empty", "two parties answer at least")
        .exclude("Round.parties = one", "two parties answer at least")
        .exclude("Round.points = empty", "a round is about a point")
        .exclude("Visibility.Parties.parties = empty", "some readers are two parties at least")
        .exclude("Visibility.Parties.parties = one", "some readers are two parties at least")
        .exclude("TabledPackage.provisions = empty", "a package settles something")
        .exclude("PairwiseComparison.better = empty", "packages settle something")
        .exclude("PairwiseComparison.worse = empty", "packages settle something")
        .exclude("CoverageQuestion.threats = empty", "a question names a threat");
  }

  private static void features(Case all, GeneratorCensus census) {
    Set<PartyId> withBaseline = new HashSet<>();
    for (CaseRecord each : all.records()) {
      switch (each) {
        case Baseline baseline ->
            census.see("two baselines of one party", !withBaseline.add(baseline.party()));
        case Instrument instrument -> {
          Signing signing = instrument.signing();
          Integer least = signing == null ? null : signing.atLeast();
          census.see(
              "a signing rule that needs fewer than all",
              least != null && least < instrument.signatories().size());
        }
        case Claim claim -> {
          census.see("a date before the day looked at", claim.said().isBy(TODAY));
          census.see("a date after the day looked at", !claim.knownOrSaid().isBy(TODAY));
        }
        case Step step -> {
          Edtf happened = step.happened();
          census.see("a performed step", happened != null && happened.isBy(TODAY));
          census.see("a late step", happened == null && isDue(all, step));
        }
        default -> {
          // says nothing of these
        }
      }
    }
  }

  /// Whether somebody demands a step by a day that is past.
  private static boolean isDue(Case all, Step step) {
    return all.records().stream()
        .filter(Demand.class::isInstance)
        .flatMap(each -> ((Demand) each).allOf().stream())
        .anyMatch(
            each ->
                each instanceof Demand.Timing.By(When of, Edtf date)
                    && of.equals(step.id())
                    && date.isBy(TODAY));
  }

  /// A case with every secret has records of all kinds that each viewer may not see, in every form,
  /// and references of every form from what they may not see to what they may.
  @Test
  void everySecretIsKeptFromEveryViewer() {
    List<Viewer> viewers =
        List.of(
            new Viewer.Public(),
            new Viewer.Delegation(new PartyId("P0")),
            new Viewer.Delegation(new PartyId("P1")));
    for (Viewer viewer : viewers) {
      Set<String> visible = new HashSet<>();
      GeneratorCensus census =
          GeneratorCensus.of(CaseRecord.class)
              .classifyReferences(
                  List.of("of a secret"),
                  id -> visible.contains(id.value()) ? List.of("of a secret") : List.of());
      for (Case all : WITH_EVERY_SECRET) {
        visible.clear();
        for (CaseRecord each : Secrets.without(all, viewer).records()) {
          for (References.Mention mention : References.of((Record) each)) {
            if (mention.declares()) {
              visible.add(mention.id().value());
            }
          }
        }
        Set<Class<?>> hidden = new HashSet<>();
        for (CaseRecord each : all.records()) {
          if (!Secrets.sees(viewer, each.visibility())) {
            hidden.add(each.getClass());
            census.count(each);
          }
        }
        assertEquals(Set.of(CaseRecord.class.getPermittedSubclasses()), hidden, viewer.toString());
      }
      assertEquals(
          List.of(),
          census.neverProduced().stream().filter(CasesTest::isFormOrReference).toList(),
          "forms of what " + viewer + " may not see, and references from it");
    }
  }

  /// Whether a feature is the form of a sealed type, `Guarantee.trigger =
  /// Guarantee.Trigger.Either`, or a reference.
  private static boolean isFormOrReference(String feature) {
    return !feature.contains(".visibility = ")
        && (feature.endsWith(" of a secret")
            || feature.matches(".* = [A-Z]\\w*[a-z]\\w*(\\.[A-Z]\\w*)+"));
  }

  @Test
  void everyKindOccursUnderEveryVisibility() {
    Set<String> marks = new TreeSet<>();
    Set<String> wanted = new TreeSet<>();
    for (Class<?> kind : CaseRecord.class.getPermittedSubclasses()) {
      for (String mark :
          List.of("Delegations", "Parties", "Party P0", "Party P1", "Mediator", "Public")) {
        wanted.add(kind.getSimpleName() + " " + mark);
      }
    }
    for (Case all : WITH_EVERY_SECRET) {
      for (CaseRecord each : all.records()) {
        Visibility mark = each.visibility();
        marks.add(
            each.getClass().getSimpleName()
                + " "
                + mark.getClass().getSimpleName()
                + (mark instanceof Visibility.Party(PartyId party) ? " " + party : ""));
      }
    }
    assertEquals(wanted, marks);
  }
}
