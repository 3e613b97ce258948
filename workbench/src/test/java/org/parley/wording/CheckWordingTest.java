package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.check.Flaw;
import org.parley.check.Verdict;

/// Every verdict has words in every language.
@NullMarked
class CheckWordingTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyVerdictHasWords(Language language) {
    var words = new CheckWording(Messages.of(language));
    for (Flaw.Code code : Flaw.Code.values()) {
      var flaw = new Flaw(code, List.of("A", "B", "C", "D"));
      assertFalse(words.say(new Verdict.Fails(flaw)).text().contains("{"), code.name());
    }
    for (Verdict.Reason reason : Verdict.Reason.values()) {
      assertFalse(words.say(new Verdict.Open(reason)).text().isBlank(), reason.name());
    }
  }

  @Test
  void aFlawNamesWhatItIsAbout() {
    assertEquals(
        "The finding does not hold: there is another number of packages than 12.",
        new CheckWording(Messages.of(Language.ENGLISH))
            .say(new Verdict.Fails(new Flaw(Flaw.Code.OTHER_COUNT, List.of("7", "12"))))
            .text());
  }
}
