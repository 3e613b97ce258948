package org.parley.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.parley.round.RoundWorld.AA;
import static org.parley.round.RoundWorld.B;
import static org.parley.round.RoundWorld.BB;
import static org.parley.round.RoundWorld.CC;
import static org.parley.round.RoundWorld.P1;
import static org.parley.round.RoundWorld.P2;
import static org.parley.round.RoundWorld.round;
import static org.parley.round.RoundWorld.tabled;
import static org.parley.round.RoundWorld.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.round.Round.Disclosure;
import org.parley.model.round.Round.Revealing;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.OptionId;
import org.parley.round.AnswerState.ClosingCause;

class RevelationTest {

  private static final AnswerWord YES = new AnswerWord.Accepts();
  private static final AnswerWord NO = new AnswerWord.Declines();
  private static final TabledPackage FIRST = tabled("t1", 1, null, null, "2026-03-01T10:00Z");

  private final List<SealedAnswer> answers = new ArrayList<>();
  private TabledSheet sheet =
      TabledSheet.of(
          view(RoundWorld.round("2026-03-01T18:00Z", Revealing.ALL_ANSWERED), FIRST), FIRST);

  private static Instant at(String hour) {
    return Instant.parse("2026-03-01T" + hour + ":00Z");
  }

  private void round(Revealing when, Disclosure... reveals) {
    Round round = RoundWorld.round("2026-03-01T18:00Z", when, reveals);
    sheet = TabledSheet.of(view(round, FIRST), FIRST);
  }

  private void says(PartyId party, String hour, @Nullable AnswerWord whole) {
    answers.add(
        new SealedAnswer(
            sheet.tabled().id(),
            party,
            at(hour),
            sheet.basis(),
            whole == null ? null : new AnswerSheet(whole, Map.of())));
  }

  private Revelation revealed(String hour) {
    return Revelation.of(sheet, answers, at(hour));
  }

  @Test
  void nothingIsRevealedBeforeAllHaveAnswered() {
    Revelation none = revealed("12:00");
    says(AA, "11:00", NO);
    assertEquals(none, revealed("12:00"));
    assertEquals(Optional.empty(), none.allAccept());
    assertEquals(OptionalInt.empty(), none.answered());
  }

  @Test
  void theLastAnswerAppliesTheRule() {
    says(AA, "11:00", YES);
    says(BB, "12:00", YES);
    Revelation revealed = revealed("12:00");
    assertEquals(
        new AnswerState.Revealed(at("12:00"), ClosingCause.ALL_ANSWERED), revealed.state());
    assertEquals(Optional.of(true), revealed.allAccept());
    assertEquals(OptionalInt.empty(), revealed.accepting());
    assertEquals(Map.of(), revealed.points());
    assertEquals(Optional.empty(), revealed.parties());
    says(AA, "13:00", NO);
    assertEquals(revealed, revealed("14:00"));
  }

  @Test
  void aCorrectionCountsAndAWithdrawalTakesAway() {
    says(AA, "11:00", NO);
    says(AA, "11:10", YES);
    says(AA, "11:20", null);
    says(BB, "11:30", YES);
    assertEquals(new AnswerState.Taken(), revealed("12:00").state());
    assertNull(Revelation.own(sheet, answers, AA, at("12:00")));
    says(AA, "12:30", YES);
    assertEquals(Optional.of(true), revealed("13:00").allAccept());
  }

  @Test
  void theHourRevealsThatNotAllAccept() {
    says(AA, "11:00", YES);
    assertEquals(new AnswerState.Taken(), revealed("17:59").state());
    Revelation revealed = revealed("18:00");
    assertEquals(
        new AnswerState.Revealed(at("18:00"), ClosingCause.CLOSING_HOUR), revealed.state());
    assertEquals(Optional.of(false), revealed.allAccept());
    says(BB, "18:00", YES);
    assertEquals(revealed, revealed("19:00"));
  }

  @Test
  void beforeTheHourNothingTellsThatAllHaveAnswered() {
    round(Revealing.CLOSING_HOUR);
    Revelation none = revealed("12:00");
    says(AA, "11:00", YES);
    says(BB, "11:30", YES);
    assertEquals(none, revealed("12:00"));
    assertEquals(Optional.of(true), revealed("18:00").allAccept());
  }

  @Test
  void theRuleRevealsWhatItNames() {
    round(
        Revealing.ALL_ANSWERED,
        Disclosure.TURNOUT,
        Disclosure.COUNT,
        Disclosure.POINTS,
        Disclosure.PARTIES);
    says(AA, "11:00", YES);
    assertEquals(OptionalInt.of(1), revealed("11:00").answered());
    answers.add(
        new SealedAnswer(
            sheet.tabled().id(),
            BB,
            at("12:00"),
            sheet.basis(),
            new AnswerSheet(NO, Map.of(P1, YES))));
    Revelation revealed = revealed("12:00");
    assertEquals(OptionalInt.of(1), revealed.accepting());
    assertEquals(Map.of(P1, true, P2, false), revealed.points());
    assertEquals(Optional.of(List.of(AA)), revealed.parties());
  }

  @Test
  void aConditionThatThePackageMeetsIsAcceptance() {
    says(AA, "11:00", new AnswerWord.AcceptsIf(List.of(RoundWorld.A)));
    says(BB, "12:00", YES);
    assertEquals(Optional.of(true), revealed("12:00").allAccept());
    answers.clear();
    says(AA, "11:00", new AnswerWord.AcceptsIf(List.of(B)));
    says(BB, "12:00", YES);
    assertEquals(Optional.of(false), revealed("12:00").allAccept());
  }

  /// Whoever changes the rule after an answer was given learns nothing from it.
  @Test
  void anAnswerUnderAnotherRuleOrToOtherWordsDoesNotCount() {
    says(AA, "11:00", YES);
    says(BB, "12:00", YES);
    String before = sheet.basis();
    round(Revealing.ALL_ANSWERED, Disclosure.PARTIES);
    assertNotEquals(before, sheet.basis());
    assertEquals(new AnswerState.Taken(), revealed("13:00").state());
    assertEquals(Optional.of(List.of()), revealed("18:00").parties());
  }

  @Test
  void aReplacedAnswerDoesNotComeBackWithTheOldRule() {
    TabledSheet old = sheet;
    says(AA, "11:00", YES);
    round(Revealing.ALL_ANSWERED, Disclosure.COUNT);
    says(AA, "11:30", null);
    sheet = old;
    says(BB, "12:00", YES);
    assertEquals(new AnswerState.Taken(), revealed("13:00").state());
  }

  @Test
  void aLaterVersionOfTheSameAuthorReplacesAnEarlierOne() {
    TabledPackage second = tabled("t2", 2, "t1", null, "2026-03-01T12:00Z");
    TabledPackage counter = tabled("t3", 2, "t1", CC, "2026-03-01T11:30Z");
    Round round = RoundWorld.round(null, Revealing.ALL_ANSWERED);
    sheet = TabledSheet.of(view(round, FIRST, second, counter), FIRST);
    says(AA, "11:00", YES);
    assertEquals(new AnswerState.Taken(), revealed("11:45").state());
    assertEquals(new AnswerState.Superseded(at("12:00")), revealed("12:00").state());
    assertEquals(AnswerFault.ANSWER_TO_OLD_VERSION, fault(BB, BB, "13:00", 0, YES));
    answers.add(
        new SealedAnswer(
            FIRST.id(), BB, at("11:30"), sheet.basis(), new AnswerSheet(YES, Map.of())));
    assertEquals(Optional.of(true), revealed("13:00").allAccept());
    assertEquals(List.of(), VersionChanges.of(FIRST, second).moves());
  }

  private @Nullable AnswerFault fault(
      @Nullable PartyId signedIn, PartyId by, String hour, int seen, @Nullable AnswerWord whole) {
    return fault(signedIn, by, hour, seen, whole == null ? null : new AnswerSheet(whole, Map.of()));
  }

  private @Nullable AnswerFault fault(
      @Nullable PartyId signedIn, PartyId by, String hour, int seen, @Nullable AnswerSheet said) {
    Set<OptionId> options = Set.of(RoundWorld.A, B);
    return AnswerCheck.fault(
            sheet,
            options,
            answers,
            new AnswerCheck.Received(signedIn, by, sheet.basis(), seen, said),
            at(hour))
        .orElse(null);
  }

  @Test
  void everyWrongAnswerIsRefused() {
    assertNull(fault(AA, AA, "11:00", 0, YES));
    assertEquals(AnswerFault.ROUND_NOT_OPEN, fault(AA, AA, "09:59", 0, YES));
    assertEquals(AnswerFault.ANSWER_TOO_LATE, fault(AA, AA, "18:00", 0, YES));
    assertEquals(AnswerFault.ANSWER_FOR_ANOTHER, fault(BB, AA, "11:00", 0, YES));
    assertEquals(AnswerFault.ANSWER_FOR_ANOTHER, fault(null, AA, "11:00", 0, YES));
    assertEquals(AnswerFault.NOT_IN_ROUND, fault(CC, CC, "11:00", 0, YES));
    assertEquals(AnswerFault.NOTHING_TO_WITHDRAW, fault(AA, AA, "11:00", 0, (AnswerWord) null));
    says(AA, "11:00", YES);
    assertEquals(AnswerFault.ANSWERED_MEANWHILE, fault(AA, AA, "11:01", 0, NO));
    assertNull(fault(AA, AA, "11:01", 1, NO));
    assertNull(fault(AA, AA, "11:01", 1, (AnswerWord) null));
    assertEquals(AnswerFault.ANSWERED_MEANWHILE, fault(BB, BB, "11:01", 1, NO));
    assertEquals(
        AnswerFault.NO_CONDITION, fault(BB, BB, "11:01", 0, new AnswerWord.AcceptsIf(List.of())));
    assertEquals(
        AnswerFault.CONDITION_OUTSIDE_ROUND,
        fault(BB, BB, "11:01", 0, new AnswerWord.AcceptsIf(List.of(new OptionId("other")))));
    assertEquals(
        AnswerFault.WHOLE_WITHOUT_ITS_POINT,
        fault(BB, BB, "11:01", 0, new AnswerSheet(YES, Map.of(P1, NO))));
    assertEquals(
        AnswerFault.POINT_NOT_IN_PACKAGE,
        fault(
            BB,
            BB,
            "11:01",
            0,
            new AnswerSheet(NO, Map.of(new org.parley.model.text.PointId("p9"), NO))));
    String basis = sheet.basis();
    round(Revealing.CLOSING_HOUR);
    assertEquals(
        Optional.of(AnswerFault.SHEET_CHANGED),
        AnswerCheck.fault(
            sheet,
            Set.of(),
            answers,
            new AnswerCheck.Received(BB, BB, basis, 0, new AnswerSheet(YES, Map.of())),
            at("11:01")));
  }
}
