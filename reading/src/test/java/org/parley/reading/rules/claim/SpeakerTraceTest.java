package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Article;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.rules.speech.SpeakerCandidate;

/// Who may have said a clause, if the rules name nobody by name.
@NullMarked
class SpeakerTraceTest {

  private static List<SpeakerTrace> traces(String text) {
    return RuleReader.byRulesAlone()
        .speakerTraces(Article.of(text + "\n", LocalDate.of(2031, 1, 15)));
  }

  private static List<String> names(SpeakerTrace trace) {
    return trace.candidates().stream().map(each -> each.speaker().name()).toList();
  }

  @Test
  void aDescriptionMayMeanWhoWasNamedBefore() {
    List<SpeakerTrace> traces =
        traces("Olaf Holm flew the fleet. Ann Berg, too. The ministry said the map was agreed.");
    assertEquals(List.of("The ministry", "Ann Berg", "Olaf Holm"), names(traces.getFirst()));
    assertTrue(traces.getFirst().candidates().getFirst().isRuled());
  }

  @Test
  void aNameIsSure() {
    assertEquals(List.of(), traces("Olaf Holm flew the fleet. Ann Berg said the map was agreed."));
  }

  /// The label of a transcript says who speaks.
  @Test
  void aTranscriptIsSure() {
    assertEquals(
        List.of(),
        traces("SPOKESPERSON: The map is agreed. Ann Berg drew it.\n\nQ: And the ministry?"));
  }

  /// Names are no features, so that nothing is learnt of a person or a country.
  @Test
  void namesAreNoFeatures() {
    assertEquals(
        features(
            traces("Olaf Holm flew the fleet. The Norwegian ministry said the map was agreed.")),
        features(traces("Karl Oye flew the fleet. The Chilean ministry said the map was agreed.")));
  }

  private static List<List<Set<String>>> features(List<SpeakerTrace> traces) {
    return traces.stream()
        .map(each -> each.candidates().stream().map(SpeakerCandidate::features).toList())
        .toList();
  }

  /// However many are named, a clause has few candidates, so that a text costs linear time.
  @Test
  void onlyTheLatestAreCandidates() {
    StringBuilder text = new StringBuilder();
    for (char each = 'A'; each <= 'Z'; each++) {
      text.append("Olaf ").append(each).append("erg came late. ");
    }
    List<SpeakerTrace> traces = traces(text + "The ministry said the map was agreed.");
    assertTrue(traces.getFirst().candidates().size() <= 13, traces.toString());
  }
}
