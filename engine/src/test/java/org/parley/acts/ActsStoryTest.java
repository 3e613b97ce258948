package org.parley.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.board.Board;
import org.parley.board.Movement;
import org.parley.board.word.Stance;
import org.parley.model.ActSubject;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Signing;
import org.parley.model.vote.Majority;
import org.parley.model.vote.Threshold;
import org.parley.model.vote.VoteRule;

/// An agreement from signature to implementation, by its acts: signed, rejected in a vote,
/// replaced, signed again, ratified, carried out late and in part.
class ActsStoryTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final PartyId A = new PartyId("A");
  private static final PartyId B = new PartyId("B");
  private static final PartyId PEOPLE = new PartyId("People");
  private static final PartyId HOUSE = new PartyId("House");
  private static final PartyId SENATE = new PartyId("Senate");
  private static final InstrumentId DEAL = new InstrumentId("deal");
  private static final PointId LAND = new PointId("land");
  private static final PointId OLD = new PointId("old");
  private static final StepId ARMS = new StepId("arms");

  private final List<CaseRecord> records = new ArrayList<>();

  ActsStoryTest() {
    Stream.of(A, B, PEOPLE, HOUSE, SENATE)
        .forEach(
            id ->
                records.add(
                    new Party(
                        id,
                        LocalizedText.of(id.value()),
                        null,
                        PartyKind.ORGANISATION,
                        List.of(),
                        null,
                        List.of(),
                        OPEN)));
    records.add(
        new Source(
            new SourceId("s"),
            "Gazette",
            LocalizedText.of("Report"),
            null,
            Edtf.of("2016"),
            "en",
            Reliability.A,
            null,
            SourceKind.REPORT,
            null,
            OPEN));
    records.add(deal(null));
    records.add(point(LAND, "1", List.of()));
    records.add(point(OLD, "2", List.of("first")));
    records.add(step(ARMS, null, B));
  }

  private static Step step(StepId id, @Nullable InstrumentStatus event, PartyId... by) {
    return new Step(
        id,
        LocalizedText.of(id.value()),
        DEAL,
        event,
        List.of(by),
        List.of(),
        null,
        null,
        true,
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        OPEN);
  }

  private static Instrument deal(@Nullable Signing signing) {
    return new Instrument(
        DEAL,
        LocalizedText.of("Deal"),
        null,
        InstrumentKind.TREATY,
        null,
        List.of(A, B),
        signing,
        PackageRule.SEPARABLE,
        List.of(),
        List.of(version("first", "2016-08-24"), version("second", "2016-11-12")),
        List.of(),
        OPEN);
  }

  private static InstrumentVersion version(String name, String date) {
    return new InstrumentVersion(name, Edtf.of(date), null, null, null, List.of());
  }

  private static Point point(PointId id, String number, List<String> versions) {
    return new Point(
        id,
        number,
        LocalizedText.of(id.value()),
        null,
        DEAL,
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        versions,
        List.of(),
        OPEN);
  }

  private Act act(String id, ActKind kind, String date, List<PartyId> by, ActSubject of) {
    Act act =
        Act.of(
            new ActId(id),
            kind,
            Edtf.of(date),
            null,
            by,
            List.of(of),
            List.of(new SourceId("s")),
            OPEN);
    records.add(act);
    return act;
  }

  private void change(Act act, String component, @Nullable Object value) {
    records.replaceAll(each -> each.equals(act) ? Rewrite.with(act, component, value) : each);
  }

  private Act vote(String id, String date, PartyId by, Ballot.Result result) {
    Act act = act(id, ActKind.PUT_TO_VOTE, date, List.of(by), DEAL);
    Act voted =
        Rewrite.with(
            act,
            "vote",
            new Ballot("Do you support it?", null, 49L, 51L, null, 200L, null, null, result));
    records.set(records.indexOf(act), voted);
    return voted;
  }

  private void wholeStory() {
    records.add(step(new StepId("approval"), InstrumentStatus.RATIFIED, HOUSE));
    act("signed-first", ActKind.SIGNED, "2016-09-26", List.of(), DEAL);
    Act vote = vote("vote", "2016-10-02", PEOPLE, Ballot.Result.NOT_CARRIED);
    change(vote, "known", Edtf.of("2016-10-03"));
    act("signed-second", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    vote("house", "2016-11-30", HOUSE, Ballot.Result.CARRIED);
    act("in-force", ActKind.ENTERED_INTO_FORCE, "2016-12-01", List.of(), DEAL);
    Act half = act("half", ActKind.PERFORMED, "2017-06-01", List.of(B), ARMS);
    change(half, "share", new Share("60 %"));
    act("rest", ActKind.PERFORMED_LATE, "2017-06-27", List.of(B), ARMS);
    act("checked", ActKind.VERIFIED, "2017-08-15", List.of(HOUSE), ARMS);
  }

  private CaseView view() {
    return Case.of(new CaseInfo("Case", null, List.of(A, B, PEOPLE, HOUSE)), records)
        .viewFor(new Viewer.Mediator());
  }

  private ActLedger on(String day) {
    return Acts.of(view()).at(AsOf.of(LocalDate.parse(day)));
  }

  private InstrumentPhase phase(String day) {
    return on(day).stateOf(DEAL).phase();
  }

  @Test
  void theStateOfAnInstrumentFollowsItsActs() {
    wholeStory();
    assertEquals(InstrumentPhase.NONE, phase("2016-09-25"));
    assertEquals(InstrumentPhase.SIGNED, phase("2016-09-26"));
    assertEquals(InstrumentPhase.REJECTED, phase("2016-10-02"));
    assertEquals(InstrumentPhase.NONE, phase("2016-11-12"));
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-24"));
    assertEquals(InstrumentPhase.RATIFIED, phase("2016-11-30"));
    assertEquals(InstrumentPhase.IN_FORCE, phase("2018-01-01"));
    InstrumentState state = on("2018-01-01").stateOf(DEAL);
    assertEquals("second", Optional.ofNullable(state.version()).orElseThrow().version());
    assertEquals(List.of(A, B), state.signedBy());
    assertEquals(List.of(HOUSE), state.ratifiedBy());
    assertEquals(List.of(), state.rejectedBy());
    assertEquals(List.of(PEOPLE), on("2016-10-02").stateOf(DEAL).rejectedBy());
  }

  @Test
  void anActCountsOnceItIsKnown() {
    wholeStory();
    LocalDate day = LocalDate.parse("2016-10-05");
    ActLedger before = Acts.of(view()).at(new AsOf(day, LocalDate.parse("2016-10-02")));
    assertEquals(InstrumentPhase.SIGNED, before.stateOf(DEAL).phase());
    ActLedger after = Acts.of(view()).at(new AsOf(day, LocalDate.parse("2016-10-03")));
    assertEquals(InstrumentPhase.REJECTED, after.stateOf(DEAL).phase());
  }

  @Test
  void whoeverSignsAgreesAndALostVoteRefuses() {
    wholeStory();
    assertEquals(Stance.AGREED, stance("2016-09-26", A));
    assertEquals(Stance.SILENT, stance("2016-09-26", PEOPLE));
    assertEquals(Stance.REJECTED, stance("2016-10-02", PEOPLE));
    // another text since: nobody has agreed to it yet, nor refused it
    assertEquals(Stance.SILENT, stance("2016-11-12", A));
    assertEquals(Stance.SILENT, stance("2016-11-12", PEOPLE));
    assertEquals(Stance.AGREED, stance("2016-11-24", A));
    assertEquals(Stance.AGREED, stance("2016-11-30", HOUSE));
    assertEquals(List.of(new ActId("signed-second")), board("2016-11-24").get(LAND).get(A).acts());
  }

  @Test
  void aPointOfTheRejectedTextIsGone() {
    wholeStory();
    assertEquals(2, board("2016-09-26").among(List.of(A, B)).total());
    assertEquals(2, board("2016-09-26").among(List.of(A, B)).agreed());
    assertEquals(1, board("2016-11-24").among(List.of(A, B)).total());
    assertEquals(1, board("2016-11-24").among(List.of(A, B)).agreedFirstHand());
  }

  private Board board(String day) {
    return Board.of(view(), AsOf.of(LocalDate.parse(day)));
  }

  private Stance stance(String day, PartyId party) {
    return board(day).get(LAND).get(party).stance();
  }

  @Test
  void performanceIsByTheLatestAct() {
    wholeStory();
    assertEquals(Performance.Status.NOT_BEGUN, on("2017-05-31").performanceOf(ARMS).status());
    Performance half = on("2017-06-01").performanceOf(ARMS);
    assertEquals(Performance.Status.IN_PART, half.status());
    assertEquals(new Share("60 %"), half.share());
    Performance done = on("2017-06-27").performanceOf(ARMS);
    assertEquals(Performance.Status.PERFORMED_LATE, done.status());
    assertEquals(List.of(), done.verifiedBy());
    assertEquals(List.of(HOUSE), on("2017-08-15").performanceOf(ARMS).verifiedBy());
    assertEquals(2, on("2017-08-15").implementation(DEAL).done());
    assertEquals(2, on("2017-08-15").implementation(DEAL).total());
    act("broken", ActKind.BREACHED, "2018-03-01", List.of(B), ARMS);
    Performance broken = on("2018-03-01").performanceOf(ARMS);
    assertEquals(Performance.Status.BREACHED, broken.status());
    assertEquals(List.of(B), broken.breachedBy());
  }

  @Test
  void aStepIsCompletedByItsPerformanceInFull() {
    wholeStory();
    Step arms = view().get(ARMS);
    assertEquals(Optional.empty(), on("2017-06-01").completedOn(arms));
    assertEquals(Optional.of(Edtf.of("2017-06-27")), on("2018-01-01").completedOn(arms));
  }

  @Test
  void aStepThatIsAnEventOfAnInstrumentIsCompletedByIt() {
    Step signing = step(new StepId("signing"), InstrumentStatus.SIGNED);
    records.add(signing);
    act("by-a", ActKind.SIGNED, "2016-11-23", List.of(A), DEAL);
    assertEquals(Optional.empty(), on("2016-11-23").completedOn(signing));
    assertEquals(InstrumentPhase.SIGNED_IN_PART, phase("2016-11-23"));
    act("by-b", ActKind.SIGNED, "2016-11-24", List.of(B), DEAL);
    assertEquals(Optional.of(Edtf.of("2016-11-24")), on("2016-11-24").completedOn(signing));
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-24"));
  }

  @Test
  void ratifiedIsWhatAllHaveApprovedWhoHaveTo() {
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    records.add(step(new StepId("approval"), InstrumentStatus.RATIFIED, HOUSE, PEOPLE));
    vote("house", "2016-11-30", HOUSE, Ballot.Result.CARRIED);
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-30"));
    assertEquals(List.of(HOUSE), on("2016-11-30").stateOf(DEAL).ratifiedBy());
    assertEquals(List.of(PEOPLE), on("2016-11-30").stateOf(DEAL).awaiting());
    vote("people", "2016-12-02", PEOPLE, Ballot.Result.CARRIED);
    assertEquals(InstrumentPhase.RATIFIED, phase("2016-12-02"));
    assertEquals(List.of(), on("2016-12-02").stateOf(DEAL).awaiting());
  }

  /// A chain of approvals: one way of each stage is enough, and all of the way.
  @Test
  void theChainOfApprovalsSaysWhoHasTo() {
    Signing chain =
        new Signing(
            null,
            List.of(),
            List.of(
                new ApprovalStage(
                    LocalizedText.of("Endorsement"), List.of(way(PEOPLE), way(HOUSE, SENATE)))),
            List.of());
    records.replaceAll(each -> each instanceof Instrument ? deal(chain) : each);
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    vote("house", "2016-11-29", HOUSE, Ballot.Result.CARRIED);
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-29"));
    assertEquals(List.of(SENATE), on("2016-11-29").stateOf(DEAL).awaiting());
    vote("senate", "2016-11-30", SENATE, Ballot.Result.CARRIED);
    assertEquals(InstrumentPhase.RATIFIED, phase("2016-11-30"));
    assertEquals(List.of(), on("2016-11-30").stateOf(DEAL).awaiting());
  }

  private static ApprovalWay way(PartyId... bodies) {
    return new ApprovalWay(
        List.of(),
        Stream.of(bodies).map(each -> new Approval(each, null, List.of(), List.of())).toList());
  }

  /// Nothing says who has to approve: the signatories do, a party by its own body if it has one.
  @Test
  void aBodyOfOnePartyRatifiesForNoOther() {
    records.replaceAll(
        each ->
            each instanceof Party party && party.id().equals(A)
                ? Rewrite.with(party, "members", List.of(HOUSE))
                : each);
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    vote("house", "2016-11-30", HOUSE, Ballot.Result.CARRIED);
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-30"));
    assertEquals(List.of(B), on("2016-11-30").stateOf(DEAL).awaiting());
    act("ratified", ActKind.RATIFIED, "2016-12-01", List.of(B), DEAL);
    assertEquals(InstrumentPhase.RATIFIED, phase("2016-12-01"));
  }

  @Test
  void adoptionByOneSideOutranksNoSignature() {
    act("conference", ActKind.ADOPTED, "2016-11-20", List.of(B), DEAL);
    assertEquals(InstrumentPhase.NONE, phase("2016-11-20"));
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-24"));
    act("assembly", ActKind.ADOPTED, "2016-11-25", List.of(A), DEAL);
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-25"));
  }

  @Test
  void oneRefusalRejectsNoDraft() {
    act("drafted", ActKind.DRAFTED, "2016-11-20", List.of(HOUSE), DEAL);
    act("refused", ActKind.REJECTED, "2016-11-21", List.of(A), DEAL);
    assertEquals(InstrumentPhase.DRAFTED, phase("2016-11-21"));
    assertEquals(List.of(A), on("2016-11-21").stateOf(DEAL).rejectedBy());
    act("finalised", ActKind.FINALISED, "2016-11-22", List.of(), DEAL);
    act("refused-again", ActKind.REJECTED, "2016-11-23", List.of(A), DEAL);
    assertEquals(InstrumentPhase.REJECTED, phase("2016-11-23"));
    records.replaceAll(each -> each instanceof Instrument ? deal(Signing.of(1, List.of())) : each);
    assertEquals(InstrumentPhase.FINALISED, phase("2016-11-23"));
  }

  @Test
  void aCourtUpholdsOrStrikesDown() {
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    act("upheld", ActKind.UPHELD, "2016-12-13", List.of(PEOPLE), DEAL);
    assertEquals(InstrumentPhase.SIGNED, phase("2016-12-13"));
    act("annulled", ActKind.ANNULLED, "2016-12-20", List.of(PEOPLE), DEAL);
    assertEquals(InstrumentPhase.REJECTED, phase("2016-12-20"));
    act("signed-anew", ActKind.SIGNED, "2017-01-10", List.of(), DEAL);
    act("in-force", ActKind.ENTERED_INTO_FORCE, "2017-01-11", List.of(), DEAL);
    act("annulled-anew", ActKind.ANNULLED, "2017-02-01", List.of(PEOPLE), DEAL);
    assertEquals(InstrumentPhase.TERMINATED, phase("2017-02-01"));
  }

  @Test
  void aLatePartStaysLateAndARefusedStepIsRefused() {
    Act part = act("part", ActKind.PERFORMED_LATE, "2017-06-01", List.of(B), ARMS);
    change(part, "share", new Share("60 %"));
    Performance half = on("2017-06-01").performanceOf(ARMS);
    assertEquals(Performance.Status.IN_PART, half.status());
    assertTrue(half.isLate());
    Act refused = vote("refused", "2017-07-01", HOUSE, Ballot.Result.NOT_CARRIED);
    change(refused, "of", List.of(ARMS));
    Performance no = on("2017-07-01").performanceOf(ARMS);
    assertEquals(Performance.Status.REFUSED, no.status());
    assertEquals(List.of(HOUSE), no.refusedBy());
    assertFalse(no.isDone() || no.isLate());
    act("done", ActKind.PERFORMED, "2017-08-01", List.of(B), ARMS);
    assertEquals(Performance.Status.PERFORMED, on("2017-08-01").performanceOf(ARMS).status());
  }

  /// The plebiscite of 2 October 2016: 13 % of 34,899,945 are 4,536,993 votes; it lacked 26,948 of
  /// a majority. Two thirds of 350 are 234.
  @Test
  void aRuleInFiguresIsComputed() {
    Ballot plebiscite =
        new Ballot(
            "?",
            null,
            6_377_482L,
            6_431_376L,
            257_189L,
            34_899_945L,
            null,
            new VoteRule(Majority.SIMPLE, null, new Threshold("50 %"), new Threshold("13 %")),
            Ballot.Result.NOT_CARRIED);
    assertEquals(
        List.of(
            "MAJORITY 6404430 6377482 false",
            "QUORUM 17449973 13066047 false",
            "SUPPORT 4536993 6377482 true"),
        plebiscite.requirements().stream()
            .map(
                each ->
                    each.kind()
                        + " "
                        + each.needed().orElseThrow()
                        + " "
                        + each.counted().orElseThrow()
                        + " "
                        + each.isReached().orElseThrow())
            .toList());
    assertEquals(Ballot.Result.NOT_CARRIED, plebiscite.byRule());
    assertFalse(plebiscite.isContradicted());
    Ballot conference =
        new Ballot(
            "?",
            null,
            233L,
            117L,
            null,
            null,
            null,
            new VoteRule(Majority.SIMPLE, new Threshold("2 of 3"), null, null),
            Ballot.Result.CARRIED);
    assertEquals(Optional.of(234L), conference.requirements().getFirst().needed());
    assertTrue(conference.isContradicted());
    Ballot unknown =
        new Ballot(
            "?",
            null,
            233L,
            117L,
            null,
            null,
            null,
            new VoteRule(Majority.ABSOLUTE, null, null, null),
            Ballot.Result.CARRIED);
    assertEquals(Ballot.Result.UNKNOWN, unknown.byRule());
    assertFalse(unknown.isContradicted());
  }

  @Test
  void theSigningRuleSaysHowManyAreEnough() {
    act("by-a", ActKind.SIGNED, "2016-11-23", List.of(A), DEAL);
    records.replaceAll(each -> each instanceof Instrument ? deal(Signing.of(1, List.of())) : each);
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-23"));
    records.replaceAll(each -> each instanceof Instrument ? deal(Signing.of(1, List.of(B))) : each);
    assertEquals(InstrumentPhase.SIGNED_IN_PART, phase("2016-11-23"));
  }

  @Test
  void whatEndsAnInstrumentAndWhatResumesIt() {
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    act("in-force", ActKind.ENTERED_INTO_FORCE, "2016-12-01", List.of(), DEAL);
    act("suspended", ActKind.SUSPENDED, "2017-01-01", List.of(A), DEAL);
    act("resumed", ActKind.RESUMED, "2017-02-01", List.of(A), DEAL);
    act("amended", ActKind.AMENDED, "2017-02-02", List.of(), DEAL);
    act("denounced", ActKind.DENOUNCED, "2017-03-01", List.of(A), DEAL);
    act("left", ActKind.WITHDRAWN, "2017-03-02", List.of(A, B), DEAL);
    assertEquals(InstrumentPhase.SUSPENDED, phase("2017-01-01"));
    assertEquals(InstrumentPhase.IN_FORCE, phase("2017-02-01"));
    assertEquals(InstrumentPhase.IN_FORCE, phase("2017-02-02"));
    assertEquals(InstrumentPhase.DENOUNCED, phase("2017-03-01"));
    assertEquals(InstrumentPhase.TERMINATED, phase("2017-03-02"));
    assertTrue(!phase("2017-03-01").isAgreed() && phase("2017-01-01").isAgreed());
    assertEquals(Stance.REJECTED, stance("2017-03-01", A));
    assertEquals(Stance.AGREED, stance("2017-03-01", B));
  }

  @Test
  void aVoteWithAnUnknownResultSettlesNothing() {
    vote("vote", "2016-11-30", HOUSE, Ballot.Result.UNKNOWN);
    assertEquals(InstrumentPhase.NONE, phase("2016-12-01"));
    assertEquals(Stance.SILENT, stance("2016-12-01", HOUSE));
  }

  @Test
  void aCorrectedRecordCountsNoMore() {
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    Act drafted = act("drafted", ActKind.DRAFTED, "2016-11-24", List.of(), DEAL);
    change(drafted, "supersedes", List.of(new ActId("signed")));
    assertEquals(InstrumentPhase.DRAFTED, phase("2016-11-24"));
    assertEquals(Stance.SILENT, stance("2016-11-24", A));
    assertEquals(
        List.of("drafted true", "signed false"),
        on("2016-11-24").entries().stream()
            .map(each -> each.act().id() + " " + each.stands())
            .toList());
    Act corrected = act("signed-after-all", ActKind.SIGNED, "2016-11-24", List.of(), DEAL);
    change(corrected, "supersedes", List.of(new ActId("drafted")));
    assertEquals(InstrumentPhase.SIGNED, phase("2016-11-24"));
    assertEquals(Stance.AGREED, stance("2016-11-24", A));
  }

  @Test
  void aClaimThatDeniesAnActIsNamedAndContradictsIt() {
    act("signed", ActKind.SIGNED, "2016-11-24", List.of(A), DEAL);
    claim("no", B, "2016-11-25", new ActId("signed"), new Assertion.Denied());
    claim("yes", HOUSE, "2016-11-26", new ActId("signed"), new Assertion.Confirmed());
    ActLedger.Entry entry = on("2016-11-26").entries().getFirst();
    assertEquals(List.of(new ClaimId("no")), entry.deniedBy());
    assertEquals(List.of(new ClaimId("yes")), entry.confirmedBy());
    assertEquals(List.of(), on("2016-11-24").entries().getFirst().deniedBy());
    assertEquals(Stance.AGREED, stance("2016-11-26", A));
    assertEquals(
        List.of("signed no"),
        board("2016-11-26").contradictions().stream()
            .map(each -> each.first() + " " + each.second())
            .toList());
  }

  @Test
  void anActWithoutConsentIsDeniedToo() {
    act("half", ActKind.PERFORMED, "2017-06-01", List.of(B), ARMS);
    claim("no", A, "2017-06-02", new ActId("half"), new Assertion.Denied());
    assertEquals(List.of(), board("2017-06-01").contradictions());
    assertEquals(
        List.of("half no [half]"),
        board("2017-06-02").contradictions().stream()
            .map(each -> each.first() + " " + each.second() + " " + each.subjects())
            .toList());
  }

  @Test
  void whoeverFinalisesATextAgreesAdReferendum() {
    act("final", ActKind.FINALISED, "2016-08-24", List.of(A, B), DEAL);
    assertEquals(Stance.AD_REFERENDUM, stance("2016-08-24", A));
    assertEquals(Stance.SILENT, stance("2016-08-24", PEOPLE));
    act("signed", ActKind.SIGNED, "2016-09-26", List.of(A), DEAL);
    act("again", ActKind.FINALISED, "2016-09-27", List.of(A), DEAL);
    assertEquals(Stance.AGREED, stance("2016-09-27", A), "nothing is taken back");
    assertEquals(Stance.AD_REFERENDUM, stance("2016-09-27", B));
  }

  @Test
  void aPartThatIsAnInstrumentOfItsOwnOutlivesTheRejectedWhole() {
    InstrumentId truce = new InstrumentId("truce");
    Instrument part =
        Rewrite.with(
            Rewrite.with(Rewrite.with(deal(null), "id", truce), "partOf", DEAL),
            "versions",
            List.of());
    records.add(part);
    act("truce-signed", ActKind.SIGNED, "2016-06-23", List.of(), truce);
    wholeStory();
    assertEquals(Stance.REJECTED, board("2016-10-02").get(truce).get(PEOPLE).stance());
    assertEquals(Stance.AGREED, board("2016-10-02").get(truce).get(A).stance());
    Board after = board("2016-11-12");
    assertEquals(Stance.SILENT, after.get(truce).get(PEOPLE).stance(), "another text");
    assertEquals(Stance.AGREED, after.get(truce).get(A).stance(), "signed on its own");
  }

  @Test
  void anInstrumentIsShownOnceItOrSomethingOfItIsKnown() {
    wholeStory();
    assertTrue(!board("2016-08-23").shows(DEAL) && board("2016-08-24").shows(DEAL));
    assertEquals(List.of(), board("2016-08-23").states());
    records.replaceAll(
        each ->
            each instanceof Instrument one
                ? Rewrite.with(one, "known", Edtf.of("2016-10-01"))
                : each);
    assertTrue(!board("2016-09-25").shows(LAND) && board("2016-09-26").shows(LAND), "it is signed");
    assertTrue(
        !Board.of(view(), new AsOf(LocalDate.parse("2018-01-01"), LocalDate.parse("2016-09-01")))
            .shows(DEAL));
  }

  @Test
  void whatMovedTellsOfStatesTextsAndDeeds() {
    wholeStory();
    Movement rejected = Movement.between(board("2016-09-30"), board("2016-10-02"));
    assertEquals(
        "SIGNED REJECTED",
        rejected.states().getFirst().before().phase()
            + " "
            + rejected.states().getFirst().after().phase());
    Movement replaced = Movement.between(board("2016-10-02"), board("2016-11-12"));
    Movement.NewText text = replaced.versions().getFirst();
    assertTrue(text.isReplacement());
    assertEquals(List.of(OLD), text.removed());
    assertTrue(
        replaced.changes().stream()
            .allMatch(each -> each.movedBy().isEmpty() && text.equals(each.newText())),
        replaced::toString);
    assertTrue(
        replaced.changes().stream().noneMatch(each -> each.subject().equals(OLD)),
        "a point that is gone does not move");
    assertEquals(
        List.of("rest", "checked"),
        Movement.between(board("2017-06-01"), board("2017-09-01")).performed().stream()
            .map(each -> each.act().id().value())
            .toList());
  }

  private void claim(String id, PartyId party, String said, ActId about, Assertion asserts) {
    records.add(
        new Claim(
            new ClaimId(id),
            "Speaker of " + party,
            null,
            party,
            Edtf.of(said),
            null,
            Claim.Channel.PUBLIC,
            List.of(new SourceId("s")),
            null,
            "Words.",
            List.of(about),
            List.of(),
            asserts,
            List.of(),
            List.of(),
            List.of(),
            OPEN));
  }

  @Test
  void anActAnnouncedInAdvanceHappensOnItsDay() {
    Act act = act("in-force", ActKind.ENTERED_INTO_FORCE, "2016-12-01", List.of(), DEAL);
    change(act, "known", Edtf.of("2016-11-24"));
    assertEquals(InstrumentPhase.NONE, phase("2016-11-30"));
    assertEquals(InstrumentPhase.IN_FORCE, phase("2016-12-01"));
  }

  @Test
  void shareAndTurnoutAreRoundedToHundredths() {
    Ballot ballot =
        new Ballot(
            "?", null, 6_377_482L, 6_431_376L, 0L, 34_899_945L, null, null, Ballot.Result.UNKNOWN);
    assertEquals(Optional.of(4979L), ballot.favour());
    assertEquals(Optional.of(3670L), ballot.turnout());
    assertEquals(
        Optional.empty(),
        new Ballot("?", null, 0L, 0L, null, 0L, null, null, Ballot.Result.UNKNOWN).favour());
    assertEquals(
        Optional.empty(),
        new Ballot("?", null, 1L, null, null, 9L, null, null, Ballot.Result.UNKNOWN).turnout());
  }

  @Test
  void eventsAndDatesOfEarlierFilesMeanTheSameAsTheActsMadeOfThem() {
    records.replaceAll(
        each ->
            each instanceof Instrument
                ? Rewrite.with(
                    deal(null),
                    "status",
                    List.of(
                        event(InstrumentStatus.SIGNED, "2016-11-24", false),
                        event(InstrumentStatus.RATIFIED, "2017-01", true)))
                : each instanceof Step step
                    ? Rewrite.with(
                        Rewrite.with(step, "happened", Edtf.of("2017-06-27")),
                        "source",
                        List.of(new SourceId("s")))
                    : each);
    CaseView before = view();
    Migration migration = Migration.of(before);
    assertEquals(
        List.of("deal-signed", "arms-performed"),
        migration.acts().stream().map(each -> each.id().value()).toList());
    records.removeIf(
        each -> migration.changed().stream().anyMatch(it -> it.id().equals(each.id())));
    records.addAll(migration.changed());
    records.addAll(migration.acts());
    CaseView after = view();
    assertEquals(List.of(), Migration.of(after).acts());
    for (String day : List.of("2016-11-23", "2016-11-24", "2017-06-27", "2019-01-01")) {
      ActLedger old = Acts.of(before).at(AsOf.of(LocalDate.parse(day)));
      ActLedger now = Acts.of(after).at(AsOf.of(LocalDate.parse(day)));
      assertEquals(old.stateOf(DEAL).phase(), now.stateOf(DEAL).phase(), day);
      assertEquals(old.completedOn(before.get(ARMS)), now.completedOn(after.get(ARMS)), day);
    }
  }

  private static InstrumentEvent event(InstrumentStatus status, String date, boolean expected) {
    return new InstrumentEvent(
        status, Edtf.of(date), List.of(), expected, null, List.of(new SourceId("s")));
  }
}
