package org.parley.bench.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.reading.Article;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.rules.claim.SpeakerTrace;
import org.parley.reading.rules.speech.SpeakerCandidate;

/// The choices that the speaker model learns from: clauses in the words of an annotated claim. At
/// least one candidate is right, and the first is that of the rules.
final class SpeakerChoices {

  private SpeakerChoices() {}

  /// The choices of each text of a folder of annotated texts.
  static List<List<ConditionalLogit.Choice>> in(Path folder) throws IOException {
    return AnnotatedTexts.taught(folder).parallelStream().map(SpeakerChoices::of).toList();
  }

  private static List<ConditionalLogit.Choice> of(Path file) {
    Gold gold;
    try {
      gold = Gold.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<ConditionalLogit.Choice> all = new ArrayList<>();
    Article article = Article.of(gold.text(), gold.published());
    for (SpeakerTrace each : RuleReader.byRulesAlone().speakerTraces(article)) {
      List<Gold.Claim> claims =
          gold.claims().stream().filter(claim -> Scorer.isHalf(each.at(), claim.at())).toList();
      List<ConditionalLogit.Candidate> candidates =
          each.candidates().stream()
              .map(one -> new ConditionalLogit.Candidate(one.features(), isBy(one, claims)))
              .toList();
      if (candidates.stream().anyMatch(ConditionalLogit.Candidate::isRight)) {
        all.add(new ConditionalLogit.Choice(candidates));
      }
    }
    return all;
  }

  private static boolean isBy(SpeakerCandidate candidate, List<Gold.Claim> claims) {
    return claims.stream()
        .anyMatch(each -> Scorer.isSameSpeaker(candidate.speaker().name(), each.speaker()));
  }
}
