package org.parley.reading.rules.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.rules.RuleReader;

/// Speakers whose office is longer than their name.
@NullMarked
class InvertedSpeakerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Minister of Harbours and Inland Waters in Sudan, Professor Yusuf Amin, said that the"
            + " technical issues had been agreed. | Yusuf Amin",
        "No agreement has been reached, stressed the Egyptian Minister of Harbours and Inland"
            + " Waters, Dr. Karim Lotfy, in a statement on Tuesday. | Karim Lotfy",
        "The treaty has been agreed, declared the head of the negotiating team, Bruno Silva. |"
            + " Bruno Silva",
        "No deal on the ferries tonight, predicts the Norwegian envoy, Karl Oye. | Karl Oye",
        "President Hale received the Minister of Trade and Fisheries Rosa Vidal. The minister said"
            + " that the list of wrecks had been agreed. | Rosa Vidal",
      })
  void theNameIsFound(String text, String name) {
    List<String> speakers =
        new RuleReader()
            .propose(Article.of(text, LocalDate.of(2033, 5, 4))).stream()
                .filter(Proposal.OfClaim.class::isInstance)
                .map(each -> ((Proposal.OfClaim) each).speaker().name())
                .toList();
    assertEquals(List.of(name), speakers);
  }
}
