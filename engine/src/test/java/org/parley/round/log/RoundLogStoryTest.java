package org.parley.round.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.RefusedAnswer;
import org.parley.round.RoundWorld;
import org.parley.round.SealedAnswer;
import org.parley.round.SealedAsk;
import org.parley.round.TabledSheet;

/// One round from its opening to its accord, as its log tells it.
class RoundLogStoryTest {

  private static final PartyId AA = new PartyId("AA");
  private static final PartyId BB = new PartyId("BB");
  private static final Round ROUND =
      RoundWorld.round("2026-03-01T18:00Z", Round.Revealing.ALL_ANSWERED);
  private static final TabledPackage FIRST =
      RoundWorld.tabled("t", 1, null, null, "2026-03-01T10:00Z");

  private final List<RecordedCase> cases = new ArrayList<>();
  private final List<SealedAnswer> answers = new ArrayList<>();
  private final List<SealedAsk> asks = new ArrayList<>();
  private final List<RefusedAnswer> refused = new ArrayList<>();

  private static Instant at(String hour) {
    return Instant.parse("2026-03-01T" + hour + ":00Z");
  }

  private void record(String hour, String who, String changed, CaseRecord... records) {
    cases.add(
        new RecordedCase(
            cases.size() + 1L,
            at(hour),
            Map.of(changed, new RecordedCase.Author(cases.size() + 1L, who, "")),
            RoundWorld.view(records)));
  }

  private TabledSheet sheet(TabledPackage tabled) {
    return TabledSheet.of(cases.getLast().view(), tabled);
  }

  private void answer(String hour, PartyId by, TabledPackage tabled, AnswerWord word) {
    answers.add(
        new SealedAnswer(
            tabled.id(), by, at(hour), sheet(tabled).basis(), new AnswerSheet(word, Map.of())));
  }

  private void ask(String hour, PartyId by) {
    asks.add(new SealedAsk(FIRST.id(), by, at(hour), sheet(FIRST).basis(), true));
  }

  private List<String> log(String now) {
    return RoundLog.of(ROUND.id(), cases, new SealedEntries(answers, asks, refused), at(now))
        .events()
        .stream()
        .map(RoundLogStoryTest::told)
        .toList();
  }

  private static String told(RoundEvent event) {
    RecordedCase.Author author = event.author();
    TabledPackage tabled = event.tabled();
    return event.at().toString().substring(11, 16)
        + " "
        + event.fact().getClass().getSimpleName()
        + (tabled == null ? "" : " " + tabled.id())
        + (author == null ? "" : " by " + author.who());
  }

  @Test
  void aRoundIsToldInOrder() {
    record("08:00", "ann", "r", ROUND);
    record("09:30", "ann", "t", ROUND, FIRST);
    answer("11:00", AA, FIRST, new AnswerWord.Accepts());
    answer("12:00", BB, FIRST, new AnswerWord.Accepts());
    ask("12:30", BB);
    ask("13:00", AA);
    assertEquals(
        List.of(
            "08:00 Opened by ann",
            "09:30 Tabled t by ann",
            "10:00 AnswersTaken t",
            "12:00 Revealed t",
            "13:00 ImprovementShown t"),
        log("19:00"));
  }

  private void refuse(String hour, String who, AnswerFault why) {
    refused.add(new RefusedAnswer(FIRST.id(), at(hour), who, AA, BB, false, why));
  }

  /// Refused answers stand where they were tried, unless the reason tells of sealed words.
  @Test
  void refusedAnswersAreToldWithWhoTriedThem() {
    record("08:00", "ann", "r", ROUND);
    record("09:30", "ann", "t", ROUND, FIRST);
    refuse("07:00", "al", AnswerFault.ROUND_NOT_OPEN);
    refuse("09:45", "al", AnswerFault.ROUND_NOT_OPEN);
    refuse("10:30", "al", AnswerFault.ANSWER_FOR_ANOTHER);
    refuse("11:30", "al", AnswerFault.ANSWERED_MEANWHILE);
    refuse("19:00", "bo", AnswerFault.ANSWER_TOO_LATE);
    assertEquals(
        List.of(
            "08:00 Opened by ann",
            "09:30 Tabled t by ann",
            "09:45 Refused t by al",
            "10:00 AnswersTaken t",
            "10:30 Refused t by al",
            "18:00 Revealed t",
            "19:00 Refused t by bo"),
        log("20:00"));
    assertEquals(log("20:00").subList(0, 5), log("12:00"));
    RoundLog whole =
        RoundLog.of(ROUND.id(), cases, new SealedEntries(answers, asks, refused), at("20:00"));
    assertEquals(3, whole.refused());
    assertEquals(7, whole.events().getLast().number());
  }

  /// Neither that somebody has answered nor when is told before the rule reveals it.
  @Test
  void anAnswerIsNotToldUnlessTheRuleTellsIt() {
    record("08:00", "ann", "r", ROUND);
    record("10:30", "ann", "t", ROUND, FIRST);
    List<String> before = log("12:00");
    answer("11:00", AA, FIRST, new AnswerWord.Declines());
    ask("11:15", AA);
    assertEquals(before, log("12:00"));
    assertEquals("18:00 Revealed t", log("19:00").getLast());
  }

  @Test
  void aRuleThatTellsTheTurnoutTellsItStepByStep() {
    Round open = Rewrite.with(ROUND, "reveals", List.of(Round.Disclosure.TURNOUT));
    record("08:00", "ann", "r", open, FIRST);
    answer("11:00", AA, FIRST, new AnswerWord.Declines());
    answer("11:30", AA, FIRST, new AnswerWord.Accepts());
    answer("12:00", BB, FIRST, new AnswerWord.Accepts());
    assertEquals(
        List.of(
            "08:00 Opened by ann",
            "08:00 Tabled t",
            "10:00 AnswersTaken t",
            "11:00 Turnout t",
            "12:00 Revealed t"),
        log("13:00"));
  }

  @Test
  void versionsWithdrawalsAndChangedWordsAreTold() {
    TabledPackage second = RoundWorld.tabled("u", 2, "t", null, "2026-03-01T11:00Z");
    TabledPackage other =
        Rewrite.with(second, "provisions", List.of(FIRST.provisions().getFirst()));
    TabledPackage draft =
        Rewrite.with(
            RoundWorld.tabled("v", 1, null, BB, "2026-03-01T11:00Z"),
            "visibility",
            new Visibility.Party(BB));
    record("08:00", "ann", "r", ROUND, FIRST);
    record("11:00", "ann", "u", ROUND, FIRST, other);
    record("12:00", "bo", "v", ROUND, FIRST, other, draft);
    record("13:00", "ann", "u", ROUND, FIRST, second, draft);
    record("14:00", "ann", "u", ROUND, FIRST, draft);
    assertEquals(
        List.of(
            "08:00 Opened by ann",
            "08:00 Tabled t",
            "10:00 AnswersTaken t",
            "11:00 VersionTabled u by ann",
            "11:00 Superseded t",
            "11:00 AnswersTaken u",
            "12:00 Drafted v by bo",
            "13:00 SheetChanged u by ann",
            "14:00 PackageWithdrawn u by ann",
            "14:00 AnswersTaken t"),
        log("15:00"));
    RoundEvent version =
        RoundLog.of(ROUND.id(), cases, new SealedEntries(answers, asks), at("15:00"))
            .events()
            .stream()
            .filter(each -> each.fact() instanceof RoundFact.VersionTabled)
            .findFirst()
            .orElseThrow();
    assertTrue(
        version.fact() instanceof RoundFact.VersionTabled(_, var changes)
            && changes.moves().size() == 1);
  }

  /// A state says what stood on the table, and who could read it.
  @Test
  void eachMomentHasItsState() {
    TabledPackage two =
        RoundWorld.to(RoundWorld.tabled("w", 1, null, AA, "2026-03-01T11:00Z"), AA, BB);
    record("08:00", "ann", "r", ROUND, FIRST, two);
    RoundState state =
        RoundState.of(
            cases.getLast().view(), ROUND.id(), new SealedEntries(answers, asks), at("12:00"));
    assertEquals(2, state.seenBy(new Viewer.Delegation(AA)).size());
    assertEquals(1, state.seenBy(new Viewer.Delegation(new PartyId("CC"))).size());
    RoundLog log = RoundLog.of(ROUND.id(), cases, new SealedEntries(answers, asks), at("12:00"));
    assertEquals(Optional.empty(), log.lastBy(at("07:00")));
    assertEquals(at("10:00"), log.lastBy(at("10:59")).orElseThrow().at());
  }

  /// A folder keeps no answers, so its log tells of none.
  @Test
  void withoutAnswersTheRecordsAloneAreTold() {
    record("08:00", "ann", "r", ROUND, FIRST);
    assertEquals(
        List.of("Opened", "Tabled"),
        RoundLog.of(ROUND.id(), cases, null, at("19:00")).events().stream()
            .map(each -> each.fact().getClass().getSimpleName())
            .toList());
  }
}
