package org.parley.reading.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;

/// The same thing in many words: every stance, who tells it, in which order, and what is no claim.
final class WordingsTest {

  private static List<Proposal> read(String text) {
    return RuleReader.byRulesAlone().propose(Article.of(text, LocalDate.of(2031, 1, 15)));
  }

  private static List<Proposal.OfClaim> claims(String text) {
    return read(text).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .toList();
  }

  private static Stream<String> wordings() throws IOException {
    try (InputStream in = WordingsTest.class.getResourceAsStream("wordings.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void everyWording(String line) {
    String[] parts = line.split("\t", 3);
    List<Proposal.OfClaim> found = claims(parts[2] + "\n");
    if (parts[0].equals("none")) {
      assertEquals(List.of(), found);
      return;
    }
    String speaker = parts[1].toLowerCase(Locale.ROOT);
    SaidStance stance = SaidStance.valueOf(parts[0].toUpperCase(Locale.ROOT));
    assertTrue(
        found.stream()
            .anyMatch(
                each ->
                    each.stance() == stance
                        && each.speaker().name().toLowerCase(Locale.ROOT).contains(speaker)),
        found.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said that Karl Oye had assured her that the annex was agreed. | Karl Oye
          Ann Berg reported that the council had told her the map was open. | the council
          Ann Berg said Karl Oye had written to her that the treaty was rejected. | Karl Oye
          """)
  void whatOneTellsOfAnother(String text, String other) {
    Proposal.OfClaim told = claims(text).getFirst();
    assertEquals("Ann Berg", told.speaker().name());
    assertEquals(other, told.relayedFrom());
    assertEquals(Attribution.RELAYED, told.attribution());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Berg said the treaty would be signed only after the elections.",
        "Ann Berg said the treaty would not be signed before the elections.",
        "Ann Berg said the treaty would not be signed until the troops had left.",
        "Ann Berg said the treaty would only be signed once the troops had left."
      })
  void demandsOfOrder(String text) {
    Proposal.OfOrder order =
        read(text).stream()
            .filter(Proposal.OfOrder.class::isInstance)
            .map(Proposal.OfOrder.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("the treaty", order.later());
    assertTrue(order.earlier().matches("(the )?(elections|troops had left)"), order.earlier());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In Ann Berg's view, the annex is agreed.",
        "By the count of Ann Berg, the annex is agreed.",
        "Ann Berg's answer was that the annex was agreed.",
        "Reporters were told by Ann Berg that the annex was agreed.",
        "According to Ann Berg, the annex is agreed.",
        "The annex, Ann Berg said, is agreed."
      })
  void whoSaysItWithoutAPlainVerb(String text) {
    Proposal.OfClaim told = claims(text).getFirst();
    assertEquals("Ann Berg", told.speaker().name());
    assertEquals(SaidStance.AGREED, told.stance());
  }

  @Test
  void oneOfSeveralSpeaksForThemselves() {
    Proposal.OfClaim told =
        claims(
                "The mediators met on Monday. One of them, who asked not to be named, said the"
                    + " annex was agreed.")
            .getFirst();
    assertEquals("One of them", told.speaker().name());
  }

  @Test
  void aConversationWithoutNamesBeforeColons() {
    List<Proposal.OfClaim> found =
        claims(
            """
            Ann Berg leads the delegation. She spoke to us in Oslo.

            Is the map agreed?

            It is open. We will not give up the harbour.

            And the census?

            That is settled.

            What about the court?

            The court is out of the question.""");
    assertTrue(found.stream().allMatch(each -> each.speaker().name().equals("Ann Berg")));
    assertEquals(
        List.of(SaidStance.OPEN, SaidStance.REJECTED, SaidStance.AGREED, SaidStance.REJECTED),
        found.stream().map(Proposal.OfClaim::stance).toList());
    assertEquals("the census", found.get(2).subject());
  }

  @Test
  void aRecordOfConsultationsIsTheWordOfTheDelegations() {
    List<Proposal.OfClaim> found =
        claims(
            """
            Memorandum of consultations on air services, Oslo, 3 January 2031

            The delegations reached agreement on the number of flights.

            The delegations could not reach a common view on landing charges.""");
    assertEquals(
        List.of(SaidStance.AGREED, SaidStance.OPEN),
        found.stream().map(Proposal.OfClaim::stance).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The leaders return to the table on Monday.             | 2031-01-20
          The annex will be published on 20 January 2031.        | 2031-01-20
          The ministers are due to meet in Oslo on 20 January.   | 2031-01-20
          The next round opens in Oslo on January 20.            | 2031-01-20
          Ann Berg expects the annex to be initialled by Monday. | 2031-01-20
          Members ballot their officers on 20 January.           | 2031-01-20
          """)
  void stepsAhead(String text, String when) {
    Proposal.OfStep step =
        read(text).stream()
            .filter(Proposal.OfStep.class::isInstance)
            .map(Proposal.OfStep.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(when, String.valueOf(step.when()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What the two governments still have to publish is a riddle.",
        "The council is one of ten that were to prepare the accord.",
        "The ministers asked what they would be signing next.",
        "The hall had been set for Friday."
      })
  void whatIsNoStep(String text) {
    assertEquals(List.of(), read(text).stream().filter(Proposal.OfStep.class::isInstance).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The parties reached agreement on the quotas.",
        "Neither government has put a date on paper.",
        "Ann Berg, asked whether a paper had been initialled, left.",
        "Reports that the council has approved the draft are false, Ann Berg said."
      })
  void whatIsNoDocument(String text) {
    assertEquals(
        List.of(), read(text).stream().filter(Proposal.OfInstrument.class::isInstance).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg said both sides had come to terms over pay.                   | pay
          Ann Berg said they would like to keep the quotas for cod.               | the quotas for cod
          Schools, roads and care were agreed, Ann Berg said.                     | Schools, roads and care
          Reports that the army has left the port are wrong, Ann Berg said.       | the army has left the port
          On coal, Ann Berg told reporters, the delegations were at odds.         | coal
          Ann Berg said the annex was ready. Her side had no objections, she added. | the annex
          """)
  void whatAClaimIsOf(String text, String subject) {
    assertEquals(
        subject.toLowerCase(Locale.ROOT),
        claims(text).getLast().subject().toLowerCase(Locale.ROOT));
  }

  @Test
  void whoIsMeantByHe() {
    String text =
        """
        Karl Oye spoke first. That is untrue, a council official in Oslo retorted; the demand for a
        trial his side had turned down, he said.
        """;
    assertEquals(
        "a council official in Oslo", claims(text.replace('\n', ' ')).getLast().speaker().name());
    String other =
        "Karl Oye spoke first. Ann Berg sent a letter in which she admitted that there was no"
            + " agreement yet.";
    assertEquals("Ann Berg", claims(other).getLast().speaker().name());
  }

  @Test
  void aTurnInQuotationMarksEndsWithThem() {
    List<Proposal.OfClaim> found =
        claims(
            "Karl Oye said: \"We have signed the annex.\" Ann Berg voiced doubt that a month would"
                + " suffice for the articles on fish.");
    assertEquals("Ann Berg", found.getLast().speaker().name());
  }
}
