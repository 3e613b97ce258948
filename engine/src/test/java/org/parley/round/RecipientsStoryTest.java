package org.parley.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.round.RoundWorld.AA;
import static org.parley.round.RoundWorld.BB;
import static org.parley.round.RoundWorld.CC;
import static org.parley.round.RoundWorld.tabled;
import static org.parley.round.RoundWorld.to;
import static org.parley.round.RoundWorld.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;

/// A package that one party tables to some of the parties of a round.
class RecipientsStoryTest {

  private static final Instant EARLY = Instant.parse("2026-03-01T10:30:00Z");
  private static final Instant LATE = Instant.parse("2026-03-01T12:00:00Z");

  private static final Round ROUND =
      Rewrite.with(
          RoundWorld.round(null, Round.Revealing.ALL_ANSWERED, Round.Disclosure.COUNT),
          "parties",
          List.of(AA, BB, CC));

  private static final TabledPackage FOR_ALL = tabled("t", 1, null, null, "2026-03-01T10:00Z");
  private static final TabledPackage FOR_TWO =
      to(tabled("u", 1, null, AA, "2026-03-01T10:00Z"), AA, BB);

  private static SealedAnswer yes(TabledSheet sheet, PartyId by, Instant at) {
    return new SealedAnswer(
        sheet.tabled().id(),
        by,
        at,
        sheet.basis(),
        new AnswerSheet(new AnswerWord.Accepts(), Map.of()));
  }

  @Test
  void thoseItIsTabledToSeeItAndNobodyElse() {
    Case all =
        Case.of(view(ROUND).info(), view(ROUND, FOR_ALL, FOR_TWO).records().stream().toList());
    for (PartyId each : List.of(AA, BB, CC)) {
      CaseView seen = all.viewFor(new Viewer.Delegation(each));
      assertEquals(!each.equals(CC), seen.find(FOR_TWO.id()).isPresent(), each.value());
      assertTrue(seen.find(FOR_ALL.id()).isPresent());
    }
    assertTrue(all.viewFor(new Viewer.Mediator()).find(FOR_TWO.id()).isPresent());
    assertFalse(all.viewFor(new Viewer.Public()).find(FOR_TWO.id()).isPresent());
  }

  @Test
  void onlyTheyAreAskedAndTwoAnswersAreAll() {
    TabledSheet sheet = TabledSheet.of(view(ROUND, FOR_TWO), FOR_TWO);
    assertEquals(List.of(AA, BB), sheet.parties());
    assertInstanceOf(
        AnswerState.Taken.class,
        Revelation.of(sheet, List.of(yes(sheet, AA, EARLY)), LATE).state());
    List<SealedAnswer> both = List.of(yes(sheet, AA, EARLY), yes(sheet, BB, EARLY));
    Revelation revealed = Revelation.of(sheet, both, LATE);
    assertEquals(Optional.of(true), revealed.allAccept());
    assertEquals(2, revealed.accepting().orElseThrow());
    Accord accord = Accord.of(sheet, revealed).orElseThrow();
    assertEquals(List.of(AA, BB), accord.accepted().stream().map(Accord.Signatory::party).toList());
    assertFalse(sheet.text().contains("party CC"), sheet.text());
  }

  @Test
  void aPartyItIsNotTabledToCannotAnswerIt() {
    TabledSheet sheet = TabledSheet.of(view(ROUND, FOR_TWO), FOR_TWO);
    AnswerCheck.Received received =
        new AnswerCheck.Received(
            CC, CC, sheet.basis(), 0, new AnswerSheet(new AnswerWord.Accepts(), Map.of()));
    assertEquals(
        Optional.of(AnswerFault.NOT_IN_ROUND),
        AnswerCheck.fault(sheet, Set.of(), List.of(), received, LATE));
    assertEquals(
        Optional.of(AnswerFault.NOT_IN_ROUND),
        Asking.fault(
            sheet, List.of(), new Asking.ReceivedAsk(CC, CC, sheet.basis(), 0, true), LATE));
  }

  /// The package to all asks all three, whatever is tabled to some beside it.
  @Test
  void thePackageToAllAsksAll() {
    TabledSheet sheet = TabledSheet.of(view(ROUND, FOR_ALL, FOR_TWO), FOR_ALL);
    assertEquals(List.of(AA, BB, CC), sheet.parties());
    List<SealedAnswer> two = List.of(yes(sheet, AA, EARLY), yes(sheet, BB, EARLY));
    assertEquals(Optional.empty(), Revelation.of(sheet, two, LATE).allAccept());
    assertEquals(TabledSheet.of(view(ROUND, FOR_ALL), FOR_ALL).basis(), sheet.basis());
  }

  /// A version to fewer leaves the version before on the table: those who do not see it still
  /// answer.
  @Test
  void aVersionToFewerReplacesNothing() {
    TabledPackage later = to(tabled("v", 2, "t", null, "2026-03-01T11:00Z"), AA, BB);
    CaseView seen = view(ROUND, FOR_ALL, later);
    assertEquals(null, TabledSheet.of(seen, FOR_ALL).supersededAt());
    TabledPackage same = to(tabled("w", 2, "u", AA, "2026-03-01T11:00Z"), AA, BB);
    assertEquals(
        Instant.parse("2026-03-01T11:00:00Z"),
        TabledSheet.of(view(ROUND, FOR_TWO, same), FOR_TWO).supersededAt());
  }
}
