package org.parley.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.round.RoundWorld.AA;
import static org.parley.round.RoundWorld.BB;
import static org.parley.round.RoundWorld.P1;
import static org.parley.round.RoundWorld.tabled;
import static org.parley.round.RoundWorld.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.round.Round.Disclosure;
import org.parley.model.round.Round.Revealing;
import org.parley.model.round.TabledPackage;

/// Random answers in random rounds.
class RevelationLawTest {

  private static final int ROUNDS = 2_000;
  private static final Instant OPEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant HOUR = Instant.parse("2026-03-01T18:00:00Z");

  private static List<SealedAnswer> answers(TabledSheet sheet, Random random) {
    List<SealedAnswer> answers = new ArrayList<>();
    Instant at = OPEN;
    for (int i = random.nextInt(7); i > 0; i--) {
      at = at.plusSeconds(1 + random.nextInt(6000));
      AnswerWord whole =
          random.nextBoolean() ? new AnswerWord.Accepts() : new AnswerWord.Declines();
      answers.add(
          new SealedAnswer(
              sheet.tabled().id(),
              random.nextBoolean() ? AA : BB,
              at,
              sheet.basis(),
              random.nextInt(4) == 0
                  ? null
                  : new AnswerSheet(
                      whole,
                      whole instanceof AnswerWord.Declines && random.nextBoolean()
                          ? Map.of(P1, new AnswerWord.Accepts())
                          : Map.of())));
    }
    return answers;
  }

  private static TabledSheet sheet(Random random) {
    Set<Disclosure> reveals = EnumSet.noneOf(Disclosure.class);
    for (Disclosure each : Disclosure.values()) {
      if (random.nextBoolean()) {
        reveals.add(each);
      }
    }
    Round round =
        RoundWorld.round(
            "2026-03-01T18:00Z",
            random.nextBoolean() ? Revealing.ALL_ANSWERED : Revealing.CLOSING_HOUR,
            reveals.toArray(Disclosure[]::new));
    TabledPackage tabled = tabled("t", 1, null, null, "2026-03-01T10:00Z");
    return TabledSheet.of(view(round, tabled), tabled);
  }

  /// Before the rule applies, all answers look alike, but for the turnout if the rule reveals it.
  @Test
  void answersAreIndistinguishableBeforeTheRuleApplies() {
    int compared = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      TabledSheet sheet = sheet(random);
      Instant now = OPEN.plusSeconds(random.nextInt(28_000));
      Revelation revealed = Revelation.of(sheet, answers(sheet, random), now);
      if (revealed.state() instanceof AnswerState.Taken) {
        compared++;
        Revelation none = Revelation.of(sheet, List.of(), now);
        boolean turnout = sheet.round().reveals().contains(Disclosure.TURNOUT);
        assertEquals(turnout, revealed.answered().isPresent(), "seed " + seed);
        assertEquals(
            new Revelation(
                none.state(),
                revealed.answered(),
                none.allAccept(),
                none.accepting(),
                none.points(),
                none.parties()),
            revealed,
            "seed " + seed);
      }
    }
    assertTrue(compared > ROUNDS / 4, "only " + compared);
  }

  /// A second implementation: the answers of each minute, one after another.
  @Test
  void theRuleRevealsWhatAFoldByHandReveals() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      TabledSheet sheet = sheet(random);
      List<SealedAnswer> answers = answers(sheet, random);
      Instant now = OPEN.plusSeconds(random.nextInt(36_000));
      Revelation revealed = Revelation.of(sheet, answers, now);
      Map<PartyId, Boolean> accepts = new HashMap<>();
      boolean over = false;
      for (SealedAnswer each : answers) {
        AnswerSheet said = each.sheet();
        boolean counts = !each.at().isAfter(now) && each.at().isBefore(HOUR) && !over;
        if (counts && said == null) {
          accepts.remove(each.by());
        } else if (counts && said != null) {
          accepts.put(each.by(), said.whole() instanceof AnswerWord.Accepts);
        }
        over |= sheet.round().when() == Revealing.ALL_ANSWERED && counts && accepts.size() == 2;
      }
      over |= !now.isBefore(HOUR);
      assertEquals(over, revealed.allAccept().isPresent(), "seed " + seed);
      if (over) {
        assertEquals(
            accepts.size() == 2 && !accepts.containsValue(false),
            revealed.allAccept().orElseThrow(),
            "seed " + seed);
      }
    }
  }

  /// What was revealed stays: later answers and later moments change nothing.
  @Test
  void whatIsRevealedStays() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      TabledSheet sheet = sheet(random);
      List<SealedAnswer> answers = answers(sheet, random);
      Instant now = OPEN.plusSeconds(random.nextInt(36_000));
      Revelation revealed = Revelation.of(sheet, answers, now);
      if (revealed.state() instanceof AnswerState.Revealed) {
        List<SealedAnswer> more = new ArrayList<>(answers);
        Instant later = now.plusSeconds(1);
        more.add(
            new SealedAnswer(
                sheet.tabled().id(),
                AA,
                later,
                sheet.basis(),
                new AnswerSheet(new AnswerWord.Declines(), Map.of())));
        assertEquals(revealed, Revelation.of(sheet, more, later.plusSeconds(99)), "seed " + seed);
      }
    }
  }
}
