package org.parley.reading.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Proposal;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.claim.ClauseTrace;
import org.parley.reading.rules.claim.StanceModel;
import org.parley.reading.rules.subject.SubjectModel;

/// What the model adds to the rules: wordings that no list holds, and silence where a list's word
/// means nothing.
final class LearntTest {

  private static Article article(String text) {
    return Article.of(text + "\n", LocalDate.of(2031, 1, 15));
  }

  private static List<Proposal.OfClaim> claims(RuleReader reader, String text) {
    return reader.propose(article(text)).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said the pensions had been taken care of. | AGREED
          Ann Berg said the airport clause had found its final shape. | AGREED
          Ann Berg said the number of seats was where the parties could not find each other. | OPEN
          """)
  void whatNoRuleReads(String text, SaidStance stance) {
    assertEquals(List.of(), claims(RuleReader.byRulesAlone(), text));
    assertEquals(stance, claims(new RuleReader(), text).getFirst().stance());
  }

  /// Idioms of negotiators, which the model has seldom seen.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said the premier would not give ground on the buoy line. | REJECTED
          Ann Berg said the right of return remained a red line for Norway. | REJECTED
          Kenya reserves its position on the whole of the chair's text. | OPEN
          Ann Berg said the gap on wages was bridgeable. | OPEN
          Ann Berg said there was some way to go on pensions. | OPEN
          Ann Berg said the port was nearly there. | MOSTLY_AGREED
          """)
  void whatAnIdiomSays(String text, SaidStance stance) {
    assertEquals(stance, claims(new RuleReader(), text).getFirst().stance());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Berg said the talks on the treaty had been frank.",
        "Ann Berg said the treaty was no red line.",
        "Asked whether the toll was off the table, Ann Berg smiled."
      })
  void whatNoIdiomSays(String text) {
    assertEquals(
        List.of(),
        claims(new RuleReader(), text).stream()
            .filter(each -> each.stance() == SaidStance.REJECTED)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Berg said the mood at the table had been friendly.",
        "Ann Berg said the talks on the treaty had been frank.",
        "Ann Berg thanked the hosts for the treaty room."
      })
  void whatSaysNothing(String text) {
    assertEquals(List.of(), claims(new RuleReader(), text));
  }

  /// The rules take a description for a speaker of its own; the model for who was named before.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ines Calder has led the talks on the river treaty since May. The map was agreed, the gallant captain said on Thursday.",
        "Ines Calder has led the talks on the river treaty since May. The former artillery officer said the map was agreed."
      })
  void whomADescriptionMeans(String text) {
    assertTrue(
        speakers(RuleReader.byRulesAlone(), text)
            .getFirst()
            .toLowerCase(Locale.ROOT)
            .startsWith("the "),
        text);
    assertEquals(List.of("Ines Calder"), speakers(new RuleReader(), text));
  }

  /// A body that speaks is not the person named before.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ines Calder came out late. Norway said the annex on water was not settled.",
        "Ines Calder came out late. Two diplomats said the annex on water was not settled."
      })
  void whoSpeaksForItself(String text) {
    assertEquals(speakers(RuleReader.byRulesAlone(), text), speakers(new RuleReader(), text), text);
  }

  private static List<String> speakers(RuleReader reader, String text) {
    return claims(reader, text).stream().map(each -> each.speaker().name()).toList();
  }

  /// Nearly all of the plain sentences that the rules read; the model errs on some of them.
  @Test
  void plainSentencesAreReadAsBefore() throws IOException {
    List<String> lines;
    try (InputStream in = LearntTest.class.getResourceAsStream("wordings.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      lines = all.lines().filter(line -> !line.startsWith("#")).toList();
    }
    long right = lines.stream().filter(LearntTest::isRight).count();
    assertTrue(right >= 0.96 * lines.size(), right + " of " + lines.size());
  }

  private static boolean isRight(String line) {
    String[] parts = line.split("\t", 3);
    List<Proposal.OfClaim> found = claims(new RuleReader(), parts[2]);
    return parts[0].equals("none")
        ? found.isEmpty()
        : found.stream()
            .anyMatch(each -> each.stance().name().equals(parts[0].toUpperCase(Locale.ROOT)));
  }

  /// Names, countries and figures are no features: whoever says it of whatever number, it is the
  /// same.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said Norway had accepted 12 of the 15 points. | Karl Oye said Chile had accepted 13 of the 17 points.
          Kenya has refused to sign before March. | Peru has refused to sign before June.
          """)
  void namesAndFiguresAreNotLearnt(String one, String other) {
    assertEquals(features(one), features(other));
    assertFalse(features(one).isEmpty());
  }

  private static List<Set<String>> features(String text) {
    return new RuleReader().traces(article(text)).stream().map(ClauseTrace::features).toList();
  }

  @Test
  void aClaimIsAsSureAsOthersLikeItWereRight() throws ReaderUnavailableException {
    ArticleReading reading =
        ArticleReading.of(article("Ann Berg said the treaty had been agreed."), new RuleReader());
    Proposal.OfClaim claim = (Proposal.OfClaim) reading.proposals().getFirst();
    assertTrue(claim.confidence() > 40 && claim.confidence() < 80, claim.toString());
    Proposal.OfClaim firm =
        claims(new RuleReader(), "Ann Berg said 90 percent of the treaty was agreed.").getFirst();
    assertTrue(firm.confidence() > claim.confidence(), firm.toString());
  }

  @Test
  void examplesPutAWrongRuleRight() {
    String text = "Ann Berg said the fishing chapter had cleared its final hurdle.";
    assertEquals(
        SaidStance.FINAL_SOON, claims(RuleReader.byRulesAlone(), text).getFirst().stance());
    assertEquals(SaidStance.AGREED, claims(new RuleReader(), text).getFirst().stance());
  }

  /// A share without a figure and a condition without words are not proposed, however likely.
  @Test
  void whatCannotBeToldInFullIsNotProposed() {
    List<Proposal.OfClaim> found =
        claims(
            new RuleReader(),
            "Ann Berg said a good part of the chapters had been closed. Karl Oye said the treaty"
                + " hinged on money. Ann Berg said nine chapters in ten had been closed.");
    assertEquals(3, found.size(), found.toString());
    for (Proposal.OfClaim each : found) {
      assertEquals(each.stance() == SaidStance.SHARE, each.share() != null);
      assertEquals(each.stance() == SaidStance.CONDITIONAL, each.condition() != null);
    }
  }

  @Test
  void nothingIsLearntForALanguageWithoutExamples() {
    assertTrue(StanceModel.of("xx").isEmpty());
    assertTrue(SubjectModel.of("xx").isEmpty());
  }
}
