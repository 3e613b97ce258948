package org.parley.reading.rules.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.rules.claim.ClauseTrace;
import org.parley.reading.rules.clause.TokenRange;

/// What a claim is about, by the rules alone.
@NullMarked
class SubjectsTest {

  private static Article article(String text) {
    return Article.of(text + "\n", LocalDate.of(2031, 5, 14));
  }

  private static List<String> subjects(String text) {
    return RuleReader.byRulesAlone().propose(article(text)).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(each -> ((Proposal.OfClaim) each).subject())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Berg said the chapter on fish was agreed.                         | the chapter on fish
          Ann Berg said three quarters of the text were agreed.                 | three quarters of the text
          Ann Berg said there was agreement on fees.                            | fees
          Ann Berg said the sides had reached agreement on the quotas for cod.  | the quotas for cod
          On coal, Ann Berg said, the sides were at odds.                       | coal
          Ann Berg said Norway had accepted the timetable.                      | the timetable
          Ann Berg said she rejected the demand for a trial.                    | the demand for a trial
          Ann Berg said the rebels would not give up the harbour.               | the harbour
          Ann Berg said there was no deal on prisoners.                         | prisoners
          "It is agreed," Ann Berg said of the contract.                        | the contract
          The clause, which she called agreed, is short, Ann Berg said.         | The clause
          Ann Berg said on Monday that wages were agreed.                       | wages
          Ann Berg said the two sides were far apart on the border.             | the border
          Ann Berg said the question of the border remained open.               | the border
          Ann Berg said they had agreed to a truce of ninety days.              | a truce of ninety days
          Ann Berg said Chile would accept a court if Norway paid.              | a court
          Ann Berg said the final status of Jerusalem was open.                 | the final status of Jerusalem
          Ann Berg said 12 of the 15 articles on trade were agreed.             | the 15 articles on trade
          Ann Berg said reports that the map was agreed were false.             | the map was agreed
          Ann Berg said the talks had failed.                                   | the talks
          Ann Berg said both the map and the annex were agreed.                 | both the map and the annex
          Ann Berg said 90 percent of the map was agreed.                       | the map
          Ann Berg said the map was 90 percent done.                            | the map
          "The map," said Ann Berg, "is agreed."                                | The map
          """)
  void ofOneClaim(String text, String subject) {
    assertEquals(List.of(subject), subjects(text));
  }

  /// "It" is the thing told of before.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said the map was agreed. It is final, she said.               | the map; the map
          Ann Berg said on Monday the map was agreed and on Tuesday it was open. | the map; the map
          """)
  void ofPronouns(String text, String subjects) {
    assertEquals(List.of(subjects.split("; ")), subjects(text));
  }

  // topics before the clause

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          On territory the positions differ.         | territory
          Over the quotas for cod they quarrelled.   | the quotas for cod
          On Monday the positions differed.          | ''
          In Oslo the positions differed.            | ''
          The positions on territory differ.         | ''
          """)
  void topics(String text, String topic) {
    Sentence s = Parser.parse(text, "en").sentences().getFirst();
    TokenRange found = Subjects.topic(s, new TokenRange(0, s.size()));
    assertEquals(topic, s.words(found.from(), found.to(), text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          They spoke of the treaty at night. | the treaty
          """)
  void thingsToNegotiate(String text, String thing) {
    ParsedText parsed = Parser.parse(text, "en");
    Sentence s = parsed.sentences().getFirst();
    TokenRange found = new Subjects(parsed.lexicon()).thing(s);
    assertEquals(thing, s.words(found.from(), found.to(), text));
  }

  // candidates

  private static List<SubjectMention> candidates(String text) {
    return new RuleReader()
        .traces(article(text)).stream()
            .filter(each -> each.outcome() == ClauseTrace.Outcome.CLAIMED)
            .findFirst()
            .orElseThrow()
            .subjects();
  }

  private static Optional<SubjectMention> find(List<SubjectMention> all, String words) {
    return all.stream().filter(each -> each.words().equals(words)).findFirst();
  }

  @Test
  void candidatesAreThePhrasesOfTheClauseAndTheRulesChoice() {
    List<SubjectMention> all =
        candidates("Ann Berg said the map of the strait had been agreed in Oslo.");
    assertTrue(find(all, "the map of the strait").isPresent(), all.toString());
    assertTrue(
        find(all, "the map of the strait").orElseThrow().features().contains("ruled"),
        all.toString());
    assertEquals(1, all.stream().filter(each -> each.features().contains("ruled")).count());
    assertEquals(all.size(), Set.copyOf(all.stream().map(SubjectMention::words).toList()).size());
  }

  /// Whatever the names and figures, the features are the same.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said Norway had accepted the timetable. | Karl Oye said Chile had accepted the timetable.
          Ann Berg said 12 of the 15 articles were agreed. | Tom Hale said 13 of the 17 articles were agreed.
          """)
  void namesAndFiguresAreNoFeatures(String one, String other) {
    assertEquals(
        candidates(one).stream().map(SubjectMention::features).toList(),
        candidates(other).stream().map(SubjectMention::features).toList());
  }

  @Test
  void theModelTakesTheLikeliestAndNothingOfNothing() {
    SubjectModel model = SubjectModel.of("en").orElseThrow();
    assertEquals(Optional.empty(), model.of(List.of()));
    assertEquals(
        Optional.of("the map"), model.of(List.of(new SubjectMention("the map", Set.of()))));
    List<SubjectMention> all = candidates("Ann Berg said the map had been agreed.");
    assertTrue(all.stream().anyMatch(each -> each.words().equals(model.of(all).orElseThrow())));
    assertTrue(SubjectModel.of("xx").isEmpty());
  }
}
