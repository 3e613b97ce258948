package org.parley.guarantees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.GuaranteeCases;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.guarantee.Within;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// What is recorded of guarantees is what the engine is given, key by key.
class CaseGuaranteesTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final PartyId A = new PartyId("A");
  private static final PartyId B = new PartyId("B");

  private static Source source(String id, String relays) {
    return new Source(
        new SourceId(id),
        "Publisher",
        LocalizedText.of("Title"),
        null,
        Edtf.of("2026-02-03"),
        "en",
        Reliability.A,
        relays.isEmpty() ? null : new SourceId(relays),
        SourceKind.REPORT,
        null,
        OPEN);
  }

  private static CaseView view(CaseRecord... more) {
    List<CaseRecord> records = new ArrayList<>();
    for (PartyId id : List.of(A, B)) {
      records.add(
          new Party(
              id,
              LocalizedText.of("Party " + id),
              null,
              PartyKind.STATE,
              List.of(),
              null,
              List.of(),
              OPEN));
    }
    records.addAll(List.of(source("wire", ""), source("paper", "wire"), source("other", "")));
    records.add(
        new Instrument(
            new InstrumentId("treaty"),
            LocalizedText.of("Treaty"),
            null,
            InstrumentKind.TREATY,
            null,
            List.of(A, B),
            null,
            PackageRule.SEPARABLE,
            List.of(),
            List.of(),
            List.of(),
            OPEN));
    records.add(
        new Point(
            new PointId("p"),
            "1",
            LocalizedText.of("Point"),
            null,
            new InstrumentId("treaty"),
            Point.Content.REPORTED,
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            OPEN));
    records.add(
        new Step(
            new StepId("step"),
            LocalizedText.of("Step"),
            null,
            null,
            List.of(),
            List.of(),
            null,
            Edtf.of("2026-01-15"),
            false,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            OPEN));
    records.addAll(
        GuaranteeCases.of(A, B, new StepId("step"), new PointId("p"), new SourceId("wire")));
    records.addAll(List.of(more));
    return Case.of(new CaseInfo("Case", null, List.of()), records).viewFor(new Viewer.Mediator());
  }

  private static LogEntry report(String id, String corrects, String... sources) {
    return new LogEntry(
        new LogEntryId(id),
        new LogEntry.Fact.Report(
            new IncidentId("n-1"), "attack", B, A, List.of(), null, List.of(), null),
        Edtf.of("2026-02-05"),
        null,
        Edtf.of("2026-02-06"),
        List.of(sources).stream().map(SourceId::new).toList(),
        corrects.isEmpty() ? null : new LogEntryId(corrects),
        OPEN);
  }

  private static Commitment commitment(String id) {
    return CaseGuarantees.of(view()).commitments().stream()
        .filter(each -> each.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<LoggedFact> entries(String id, CaseRecord... more) {
    return CaseGuarantees.of(view(more)).log().stream()
        .filter(each -> each.id().equals(id) || each.id().startsWith(id + "/"))
        .toList();
  }

  @Test
  void everyKeyOfAGuaranteeArrives() {
    Commitment first = commitment("g-1");
    assertEquals(List.of(A), first.obligors());
    assertEquals(Guarantee.Liability.JOINTLY_AND_SEVERALLY, first.liability());
    assertEquals(Guarantee.Force.ASSIST_AT_DISCRETION, first.force());
    assertTrue(first.trigger() instanceof Trigger.Happens);
    assertEquals(List.of("p"), first.clauses());
    assertEquals(List.of("step"), first.term().milestones());
    assertTrue(first.term().isExtendable());
    assertEquals(Within.LastInstant.IN_TIME, first.ladder().getFirst().within().lastInstant());
    assertEquals(86_400, first.ladder().getFirst().within().length().atMostSeconds());
    assertTrue(first.ladder().getLast().when() instanceof Tier.When.IfContinued);
    assertEquals(Guarantee.ClockFrom.CONTINUATION, first.ladder().getLast().clockFrom());
    assertEquals(
        Moments.of("2041-07-14T21:00:00Z"),
        first.term().lasts() == null
            ? 0
            : first.term().lasts().after(Moments.of("2026-01-14T22:00:00Z")),
        "15 years 6 months on the clock of Kyiv, which is an hour ahead in July");
  }

  /// What no text states has a default, and the record says that it was left to it.
  @Test
  void keysThatNoTextStatesHaveDefaults() {
    Guarantee stated = view().guarantees().getFirst();
    assertEquals(List.of(), stated.defaulted());
    Guarantee left =
        Rewrite.with(
            Rewrite.with(Rewrite.with(stated, "suspendedClock", null), "openDuties", null),
            "ties",
            List.of());
    assertEquals(List.of(Guarantee.Defaulted.values()), left.defaulted());
    Commitment read = CommitmentReader.read(left);
    assertEquals(Guarantee.SuspendedClock.STOPS, read.suspendedClock());
    assertEquals(Guarantee.OpenDuties.SURVIVE, read.openDuties());
    assertEquals(List.of(Guarantee.Tie.values()), read.ties());
  }

  @Test
  void everyFormOfADeterminationArrives() {
    assertEquals(
        List.of(
            Determination.AnyOf.class,
            Determination.IndependentReports.class,
            Determination.EachObligor.class,
            Determination.Council.class),
        commitment("g-2").determination().flattened().map(Object::getClass).toList());
    assertTrue(commitment("g-4").escalation() instanceof Escalation.Snapback);
  }

  @Test
  void sourcesThatRepeatOneAnotherAreOneGroup() {
    assertEquals(1, entries("r", report("r", "", "wire", "paper")).size());
    assertEquals(
        List.of("wire", "other"),
        entries("r", report("r", "", "paper", "other")).stream().map(LoggedFact::group).toList());
  }

  @Test
  void aCorrectionTakesThePlaceOfEveryCopy() {
    List<LoggedFact> corrected =
        entries("s", report("r", "", "wire", "other"), report("s", "r", "paper"));
    assertEquals(
        Set.of("r", "r/2"),
        Set.copyOf(corrected.stream().map(each -> String.valueOf(each.supersedes())).toList()));
    assertEquals(Set.of("wire"), Set.copyOf(corrected.stream().map(LoggedFact::group).toList()));
  }

  @Test
  void aDayIsAnySecondOfIt() {
    LoggedFact found = entries("e-2").getFirst();
    assertEquals(Moments.of("2026-02-03T00:00:00Z"), found.earliest());
    assertEquals(Moments.of("2026-02-03T23:59:59Z"), found.latest());
    assertEquals(Moments.of("2026-02-04T23:59:59Z"), found.recorded());
  }

  @Test
  void whatIsTakenBackIsAboutTheSameIncident() {
    LoggedFact entry = entries("e-13").getFirst();
    assertEquals(new Fact.Retraction("n-1"), entry.fact());
    assertEquals("e-4", entry.supersedes());
  }

  @Test
  void aQuestionTakesItsDatesBeforeThoseOnRecord() {
    CaseView view = view();
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    var question = guarantees.question(view.coverageQuestions().getFirst());
    assertEquals(
        List.of(Moments.of("2026-03-01T00:00:00Z")),
        question.assumed().stream()
            .filter(each -> each.fact() instanceof Fact.Milestone)
            .map(LoggedFact::earliest)
            .toList());
    assertEquals(Set.of("a commitment of the other side", "step"), question.reached());
  }

  private static LogEntry extension(String id, String corrects, String until) {
    return new LogEntry(
        new LogEntryId(id),
        corrects.isEmpty() || !until.isEmpty()
            ? new LogEntry.Fact.Extended(new GuaranteeId("g-1"), Edtf.of(until))
            : new LogEntry.Fact.TakenBack(),
        Edtf.of("2026-02-05"),
        null,
        Edtf.of("2026-02-06"),
        List.of(new SourceId("wire")),
        corrects.isEmpty() ? null : new LogEntryId(corrects),
        OPEN);
  }

  private static List<String> assumed(LogEntry... log) {
    CaseView view = view(log);
    return CaseGuarantees.of(view).question(view.coverageQuestions().getFirst()).assumed().stream()
        .filter(each -> each.id().startsWith("x-"))
        .map(each -> each.id() + " from " + (each.latest() - each.earliest()))
        .toList();
  }

  /// What is on record of the terms counts, once, as it stands, at the first moment it may have
  /// happened; what is about an incident does not.
  @Test
  void aQuestionTakesTheTermsAsTheyStand() {
    assertEquals(List.of("x-1 from 0"), assumed(extension("x-1", "", "2042-01-01")));
    assertEquals(
        List.of("x-2 from 0"),
        assumed(extension("x-1", "", "2042-01-01"), extension("x-2", "x-1", "2043-01-01")));
    assertEquals(
        List.of(), assumed(extension("x-1", "", "2042-01-01"), extension("x-2", "x-1", "")));
    assertEquals(List.of(), assumed(report("x-3", "", "wire")));
  }

  private static Act act(ActKind kind, String component, @Nullable Object value) {
    Act act =
        Act.of(
            new ActId("done"),
            kind,
            Edtf.of("2026-02-06"),
            Edtf.of("2026-02-07"),
            List.of(A),
            List.of(new GuaranteeId("g-1")),
            List.of(new SourceId("paper")),
            OPEN);
    return Rewrite.with(Rewrite.with(act, "incident", new IncidentId("n-1")), component, value);
  }

  /// A duty performed is an act of the case: the response it names, or all that are owed at once.
  @Test
  void anActPerformsADuty() {
    LoggedFact done = entries("done", act(ActKind.PERFORMED, "response", "consult")).getFirst();
    assertEquals(new Fact.Act("n-1", A, "consult"), done.fact());
    assertEquals(Moments.of("2026-02-06T00:00:00Z"), done.earliest());
    assertEquals(Moments.of("2026-02-07T23:59:59Z"), done.recorded());
    assertEquals("wire", done.group());
    String atOnce =
        view().guarantees().stream()
            .filter(each -> each.id().value().equals("g-1"))
            .findFirst()
            .orElseThrow()
            .ladder()
            .getFirst()
            .act();
    assertEquals(
        List.of(new Fact.Act("n-1", A, atOnce)),
        entries("done", act(ActKind.PERFORMED_LATE, "response", null)).stream()
            .map(LoggedFact::fact)
            .toList());
    assertEquals(
        List.of(), entries("done", act(ActKind.PERFORMED, "share", new Share("some of it"))));
  }

  /// A breach on record is an incident, as one that follows from a missed deadline is.
  @Test
  void anActBreachesADuty() {
    LoggedFact breach = entries("done", act(ActKind.BREACHED, "response", null)).getFirst();
    Fact.Report report = (Fact.Report) breach.fact();
    assertEquals("breach", report.what().kind());
    assertEquals(A, report.what().actor());
    assertEquals(Set.of("g-1"), report.what().traits());
  }
}
