package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.board.World.ids;
import static org.parley.board.World.subject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.board.QuotedShare.InPoints;
import org.parley.board.QuotedShare.ShareComparison;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.word.Basis;
import org.parley.board.word.Ledger;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// Small worlds in text, told from simple to tangled.
@NullMarked
class BoardStoryTest {

  private static String cell(Board board, String subject, String party) {
    Cell cell = board.get(subject(subject)).get(new PartyId(party));
    return word(cell.stance())
        + ", "
        + word(cell.basis())
        + " "
        + cell.claims()
        + (cell.receipt() == Cell.Receipt.NO_WORD ? "" : " " + cell.receipt())
        + (cell.contested() ? " contested" : "");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String count(Board board, String... parties) {
    Agreement agreement = board.among(ids(parties));
    return agreement.agreed()
        + "/"
        + agreement.total()
        + " first-hand "
        + agreement.agreedFirstHand();
  }

  @Test
  void a01_nobodySaidAnything() {
    Board board = World.of().board("01-31");
    assertEquals("silent, none []", cell(board, "p1", "A"));
    assertEquals("0/4 first-hand 0", count(board, "A", "B", "C"));
    assertEquals(new BoardSummary.NothingSaid(4, ids("A", "B", "C")), board.summary());
  }

  /// One communique of two delegations is the own word of each, and a later word of one does not
  /// move the other.
  @Test
  void a11_twoSidesSpeakTogether() {
    String together = "01-02 Communique/A+B agreed p1, p2";
    Board board = World.of(together).board("01-31");
    assertEquals("agreed, own words [c1]", cell(board, "p1", "A"));
    assertEquals("agreed, own words [c1]", cell(board, "p1", "B"));
    assertEquals("silent, none []", cell(board, "p1", "C"));
    assertEquals("2/4 first-hand 2", count(board, "A", "B"));
    Board later = World.of(together, "01-05 Bob/B rejected p1").board("01-31");
    assertEquals("agreed, own words [c1]", cell(later, "p1", "A"));
    assertEquals("rejected, own words [c2] contested", cell(later, "p1", "B"));
    Board preferred = World.of("01-02 Communique/A+B prefers:p1.joint p1").board("01-31");
    for (String party : List.of("A", "B")) {
      assertEquals(
          1, preferred.get(subject("p1")).get(new PartyId(party)).preferences().size(), party);
    }
  }

  /// A word on a chapter is a word on its points; a later word on one of them moves that one alone.
  /// The heading is not counted beside them.
  @Test
  void a12_aChapterIsAgreedThroughItsPoints() {
    Board board =
        World.of("01-02 Ann/A agreed p2", "01-03 Bob/B agreed p2", "01-04 Cy/C agreed p2, p1")
            .withHeading()
            .board("01-31");
    assertEquals("agreed, own words [c1]", cell(board, "p3", "A"));
    assertEquals("2/3 first-hand 2", count(board, "A", "B", "C"));
    assertEquals(2, board.chapter(new PointId("p2")).orElseThrow().agreed());
    assertEquals(2, board.chapter(new PointId("p2")).orElseThrow().total());
    assertEquals(Optional.empty(), board.chapter(new PointId("p1")));
    Board later =
        World.of(
                "01-02 Ann/A agreed p2",
                "01-03 Bob/B agreed p2",
                "01-04 Cy/C agreed p2",
                "01-05 Bob/B rejected p4")
            .withHeading()
            .board("01-31");
    assertEquals("rejected, own words [c4]", cell(later, "p4", "B"));
    assertEquals("agreed, own words [c2]", cell(later, "p3", "B"));
    assertEquals(1, later.chapter(new PointId("p2")).orElseThrow().agreed());
  }

  /// Refusing one option rejects no point, and moves no preference.
  @Test
  void a13_anOptionRefusedIsNoPointRejected() {
    Board board =
        World.of("01-02 Ann/A prefers:p1.joint p1", "01-03 Ann/A refuses:p1.joint p1")
            .board("01-31");
    assertEquals("silent, none []", cell(board, "p1", "A"));
    assertEquals(1, board.get(subject("p1")).get(new PartyId("A")).preferences().size());
    assertEquals(
        List.of(new Cell.RefusedOption(new OptionId("p1.joint"), new ClaimId("c2"))),
        board.get(subject("p1")).get(new PartyId("A")).refusals());
  }

  /// A coalition's joint word reaches the members of each.
  @Test
  void a12_jointlyWithACoalition() {
    Board board = World.of("01-02 Communique/C+U agreed p1").board("01-31");
    assertEquals("agreed, own words [c1]", cell(board, "p1", "C"));
    assertEquals("agreed, through coalition [c1]", cell(board, "p1", "A"));
    assertEquals("agreed, through coalition [c1]", cell(board, "p1", "B"));
  }

  @Test
  void a02_oneSideSpeaksForBoth() {
    Board board = World.of("01-02 Ann/A agreed p1, p2 between A B").board("01-31");
    assertEquals("agreed, own words [c1]", cell(board, "p1", "A"));
    assertEquals("agreed, hearsay [c1]", cell(board, "p1", "B"));
    assertEquals("silent, none []", cell(board, "p1", "C"));
    assertEquals("2/4 first-hand 0", count(board, "A", "B"));
    assertEquals("0/4 first-hand 0", count(board, "A", "C"));
    BoardSummary.MostAgreed summary = (BoardSummary.MostAgreed) board.summary();
    assertEquals(board.among(ids("A", "B")), summary.best());
    assertEquals(ids("A"), summary.best().onTheWordOf());
    assertEquals("[p3, p4]", summary.notAgreed().toString());
    assertEquals(List.of(), summary.others());
    assertEquals(ids("C"), summary.withoutWord());
    assertTrue(summary.best().provisional());
  }

  @Test
  void a02_whatTwoHaveRejectedIsRejectedWhoeverIsSilent() {
    Board board = World.of("01-02 Ann/A rejected p1", "01-03 Bob/B rejected p1").board("01-31");
    Agreement all = board.among(ids("A", "B", "C"));
    assertEquals(Stance.REJECTED, all.points().getFirst().stance());
    assertEquals(Basis.OWN_WORDS, all.points().getFirst().basis());
    assertEquals(3, all.pointsAt(Stance.SILENT).size());
    assertEquals(Stance.REJECTED, board.standing(subject("p1"), ids("A", "C")));
  }

  @Test
  void a03_bothSidesSpeak() {
    Board board =
        World.of("01-02 Ann/A agreed p1 between A B", "01-03 Bob/B agreed p1").board("01-31");
    assertEquals("1/4 first-hand 1", count(board, "A", "B"));
  }

  @Test
  void a04_beforeItWasSaidAndBeforeItWasKnown() {
    World world = World.of("01-02 Ann/A agreed p1; known 01-20");
    assertEquals("silent, none []", cell(world.board("01-01"), "p1", "A"));
    assertEquals("silent, none []", cell(world.board("01-10", "01-19"), "p1", "A"));
    assertEquals("agreed, own words [c1]", cell(world.board("01-10", "01-20"), "p1", "A"));
  }

  @Test
  void a05_latestWordsStand() {
    Board board =
        World.of("01-02 Ann/A agreed p1", "01-05 Ann/A open p1", "01-05 Ann/A agreed p2")
            .board("01-31");
    assertEquals("open, own words [c2]", cell(board, "p1", "A"));
    assertTrue(board.contradictions().isEmpty(), board.contradictions()::toString);
  }

  @Test
  void a06_sameDayDifferentWordsAreShownNotResolved() {
    Board board = World.of("01-05 Ann/A agreed p1", "01-05 Ann/A open p1").board("01-31");
    assertEquals("open, own words [c1, c2] contested", cell(board, "p1", "A"));
    assertEquals(Contradiction.Kind.ONE_PARTY_TWO_VOICES, board.contradictions().getFirst().kind());
  }

  @Test
  void a07_anImpreciseDateOverlapsItsNeighbours() {
    Board board = World.of("01 Ann/A agreed p1", "01-15 Ann/A rejected p1").board("01-31");
    assertEquals("rejected, own words [c1, c2] contested", cell(board, "p1", "A"));
    assertEquals(
        "rejected, own words [c2]",
        cell(World.of("01 Ann/A agreed p1", "01-15 Ann/A rejected p1").board("01-30"), "p1", "A"));
  }

  @Test
  void b01_agreementOnTheWholeIsAgreementOnItsParts() {
    Board board = World.of("01-02 Ann/A agreed whole").board("01-31");
    assertEquals("agreed, own words [c1]", cell(board, "p1-military", "A"));
    assertEquals("agreed, own words [c1]", cell(board, "treaty", "A"));
  }

  @Test
  void b02_anOpenWholeSaysNothingOfItsParts() {
    Board board = World.of("01-02 Ann/A agreed p1", "01-03 Ann/A open whole").board("01-31");
    assertEquals("agreed, own words [c1]", cell(board, "p1", "A"));
    assertEquals("open, own words [c2]", cell(board, "whole", "A"));
    assertEquals("silent, none []", cell(board, "p2", "A"));
  }

  @Test
  void b03_partsDoNotSpeakForTheWhole() {
    Board board = World.of("01-02 Ann/A agreed p1-military").board("01-31");
    assertEquals("silent, none []", cell(board, "p1", "A"));
    assertEquals("silent, none []", cell(board, "whole", "A"));
  }

  @Test
  void c01_aUnionSpeaksForItsMembersUntilTheySpeak() {
    World world = World.of("01-02 Una/U agreed p1", "01-05 Bob/B rejected p1");
    assertEquals("agreed, through coalition [c1]", cell(world.board("01-03"), "p1", "B"));
    Board board = world.board("01-31");
    assertEquals("rejected, own words [c2] contested", cell(board, "p1", "B"));
    assertEquals("agreed, through coalition [c1]", cell(board, "p1", "A"));
    assertEquals(Contradiction.Kind.AGREEMENT_DENIED, board.contradictions().getFirst().kind());
  }

  @Test
  void c02_somebodyUnnamedIsHearsay() {
    Board board = World.of("01-02 officials/A agreed p1; source leak").board("01-31");
    assertEquals("agreed, hearsay [c1]", cell(board, "p1", "A"));
  }

  @Test
  void c03_whatIsSaidOfOthersIsNotOnesOwnStance() {
    Board board = World.of("01-02 Ann/A agreed p1 between B C").board("01-31");
    assertEquals("silent, none []", cell(board, "p1", "A"));
    assertEquals("1/4 first-hand 0", count(board, "B", "C"));
  }

  @Test
  void c04_aNewAgreementWithOneLeavesTheOneWithAnother() {
    Board board =
        World.of("01-02 Ann/A agreed p1 between A B", "01-05 Ann/A agreed p1 between A C")
            .board("01-31");
    assertEquals("1/4 first-hand 0", count(board, "A", "B"));
    assertEquals("1/4 first-hand 0", count(board, "A", "C"));
    assertEquals("0/4 first-hand 0", count(board, "A", "B", "C"));
  }

  @Test
  void d01_oneSaysAgreedTheOtherSaysOtherwise() {
    Board board =
        World.of("01-02 Ann/A agreed p1 between A B", "01-03 Bob/B open p1").board("01-31");
    assertEquals("open, own words [c2] contested", cell(board, "p1", "B"));
    Contradiction only = board.contradictions().getFirst();
    assertEquals(Contradiction.Kind.AGREEMENT_DENIED, only.kind());
    assertEquals("c1 c2", only.first() + " " + only.second());
    assertEquals("0/4 first-hand 0", count(board, "A", "B"));
  }

  @Test
  void d02_receivedAndNotReceived() {
    Board board =
        World.of("01-02 Petr/C received whole", "01-20 Serg/C not-received whole").board("01-31");
    assertEquals("silent, none [] NOT_RECEIVED contested", cell(board, "whole", "C"));
    Contradiction only = board.contradictions().getFirst();
    assertEquals(Contradiction.Kind.RECEIVED_AND_NOT_RECEIVED, only.kind());
    assertEquals(subject("whole"), only.subjects().getFirst());
  }

  @Test
  void d03_notYetReceivedThenReceivedIsNoContradiction() {
    Board board =
        World.of("01-02 Serg/C not-received whole", "01-20 Petr/C received whole").board("01-31");
    assertTrue(board.contradictions().isEmpty());
  }

  @Test
  void d04_twoSpeakersOfOneParty() {
    Board board = World.of("01-02 Ann/A agreed p1", "01-09 Abe/A rejected p1").board("01-31");
    assertEquals("rejected, own words [c2] contested", cell(board, "p1", "A"));
    Board replaced =
        World.of("01-02 Ann/A agreed p1", "01-09 Abe/A rejected p1; supersedes c1").board("01-31");
    assertEquals("rejected, own words [c2]", cell(replaced, "p1", "A"));
    assertEquals(Ledger.Fate.SUPERSEDED, replaced.ledger().entries().getFirst().fate());
  }

  @Test
  void d05_agreementClaimedWithOneWhoSaysItHasNotReceivedTheText() {
    Board board =
        World.of("01-02 Ann/A agreed p2 between A C", "01-03 Serg/C not-received whole")
            .board("01-31");
    assertEquals(Contradiction.Kind.AGREEMENT_DENIED, board.contradictions().getFirst().kind());
  }

  @Test
  void d06_aDenial() {
    Board board =
        World.of("01-02 Ann/A agreed p1 between A C", "01-03 Zoe/C states p1; contradicts c1")
            .board("01-31");
    assertEquals(Contradiction.Kind.DENIED, board.contradictions().getFirst().kind());
    assertEquals(1, board.ledger().entries().getFirst().deniedBy().size());
  }

  @Test
  void e01_retractionsCanBeRetracted() {
    World world =
        World.of(
            "01-02 Ann/A agreed p1",
            "01-05 Ann/A states p1; retracts c1",
            "01-08 Ann/A states p1; retracts c2");
    assertEquals("agreed, own words [c1]", cell(world.board("01-04"), "p1", "A"));
    assertEquals("silent, none []", cell(world.board("01-06"), "p1", "A"));
    assertEquals("agreed, own words [c1]", cell(world.board("01-09"), "p1", "A"));
  }

  @Test
  void f01_quotedSharesAreExplained() {
    Board board =
        World.of(
                "01-02 Ann/A agreed p1, p2, p3 between A B",
                "01-03 Ann/A share:75_% whole between A B",
                "01-04 Bob/B share:4_of_4 whole between A B",
                "01-05 Bob/B share:almost treaty between A B",
                "01-06 Bob/B share:100_% p1-military between A B")
            .board("01-31");
    Agreement both = board.among(ids("A", "B"));
    Agreement all = board.among(ids("A", "B", "C"));
    assertEquals(
        List.of(
            new ShareComparison.Counted(both, new InPoints(3, true, false), true, all),
            new ShareComparison.Counted(both, new InPoints(4, true, true), true, all),
            new ShareComparison.Counted(both, null, true, all),
            new ShareComparison.Uncounted(subject("p1-military"), ids("A", "B"), Stance.AGREED)),
        board.quotedShares().stream().map(QuotedShare::comparison).toList());
  }

  @Test
  void f02_weightsCount() {
    Agreement agreement =
        World.of("01-02 Ann/A agreed p4 between A B").board("01-31").among(ids("A", "B"));
    assertEquals(3, agreement.agreedWeight());
    assertEquals(6, agreement.totalWeight());
    assertTrue(agreement.isWeighted());
  }

  @Test
  void f03_provisionalUntilEverythingIsAgreed() {
    assertTrue(
        World.of("01-02 Ann/A agreed p1 between A B")
            .board("01-31")
            .among(ids("A", "B"))
            .provisional());
    assertFalse(
        World.of("01-02 Ann/A agreed whole between A B C")
            .board("01-31")
            .among(ids("A", "B"))
            .provisional());
  }

  @Test
  void g01_whatMovedAndWhatMovedIt() {
    World world =
        World.of(
            "01-02 Ann/A agreed p1 between A B",
            "01-05 Bob/B agreed p1",
            "01-06 Bob/B prefers:p1.joint p1");
    Movement movement = Movement.between(world.board("01-04"), world.board("01-31"));
    assertEquals(
        2, movement.changes().size(), "p1 and, as agreement bears on parts, its component");
    assertEquals("[c2, c3]", movement.changes().getFirst().movedBy().toString());
    assertEquals(1, movement.completeness().getFirst().after().agreedFirstHand());
    assertTrue(Movement.between(world.board("01-31"), world.board("01-31")).isEmpty());
  }

  @Test
  void g02_relaysCountOnce() {
    Cell cell =
        World.of("01-02 Ann/A agreed p1; source s,s2")
            .board("01-31")
            .get(subject("p1"))
            .get(new PartyId("A"));
    assertEquals(1, cell.independentSources());
  }

  @Test
  void a08_conditionsAreQuoted() {
    Board board =
        World.of("01-02 Ann/A if:ratified p1", "01-02 Abe/A if:paid p1", "01-03 Bob/B agreed p1")
            .board("01-31");
    assertEquals(
        List.of("ratified", "paid"), board.get(subject("p1")).get(new PartyId("A")).conditions());
    assertEquals(List.of(), board.get(subject("p1")).get(new PartyId("B")).conditions());
  }

  @Test
  void a09_theLedgerFindsWhatWasSaidByTheDay() {
    World world = World.of("01-02 Ann/A agreed p1");
    assertEquals(Optional.empty(), world.board("01-01").ledger().find(new ClaimId("c1")));
    assertEquals(
        Optional.of(new ClaimId("c1")),
        world.board("01-02").ledger().find(new ClaimId("c1")).map(entry -> entry.claim().id()));
  }

  @Test
  void a10_whoseWordAnAgreementIsOnIsListedOnce() {
    Board board =
        World.of(
                "01-02 Ann/A agreed p1 between A B C",
                "01-02 Ann/A agreed p2 between A C",
                "01-03 Bob/B agreed p2 between B C",
                "01-03 Bob/B agreed p2 between A B")
            .board("01-31");
    Agreement all = board.among(ids("A", "B", "C"));
    assertEquals(ids("A"), all.points().getFirst().onTheWordOf());
    assertEquals(ids("A", "B"), all.points().get(1).onTheWordOf().stream().sorted().toList());
  }

  @Test
  void f04_aShareWithoutPartiesIsComparedAmongThoseWhoAgreeOnMostOfIt() {
    Board board =
        World.of(
                "01-02 Ann/A agreed p1, p2 between A B",
                "01-02 Ann/A agreed p3 between A C",
                "01-03 Ann/A share:50_% treaty",
                "01-03 Cyd/C share:25_% whole",
                "01-03 Ann/A share:100_% p3",
                "01-03 Ann/A share:100_% p1-military")
            .board("01-31");
    assertEquals(
        List.of(ids("A", "B"), ids("A", "C"), ids("A", "C"), ids("A", "B", "C")),
        board.quotedShares().stream()
            .map(
                share ->
                    switch (share.comparison()) {
                      case ShareComparison.Counted counted -> counted.computed().parties();
                      case ShareComparison.Uncounted uncounted -> uncounted.among();
                      case ShareComparison.SeveralSubjects _,
                          ShareComparison.TooFewParties _,
                          ShareComparison.Performed _,
                          ShareComparison.NothingToPerform _,
                          ShareComparison.OfSomethingElse _ ->
                          ids();
                    })
            .toList());
  }

  @Test
  void f05_ofSetsThatAgreeOnAsMuchTheLargestLeadsThenTheFirst() {
    assertEquals(
        ids("A", "B"),
        best("01-02 Ann/A agreed p1 between A B", "01-02 Ann/A agreed p2 between A C"));
    assertEquals(
        ids("A", "B", "C"),
        best("01-02 Ann/A agreed p1 between A B C", "01-02 Ann/A agreed p1 between A B"));
  }

  private static List<PartyId> best(String... claims) {
    return ((BoardSummary.MostAgreed) World.of(claims).board("01-31").summary()).best().parties();
  }
}
