package org.parley.reading.rules.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.rules.RuleReader;

/// What took place, what is announced and what became of papers, one sentence at a time.
@NullMarked
class EventTableTest {

  /// Two sentences that make a negotiation of what stands beside them.
  private static final String AROUND =
      " The government and the rebels have been at the table since winter, and a treaty to end the"
          + " war is what both of them want.";

  private static Stream<String> lines() throws IOException {
    try (InputStream in = EventTableTest.class.getResourceAsStream("events.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  private static List<Proposal> events(String text) {
    return new RuleReader()
        .propose(Article.of(text + AROUND, LocalDate.of(2031, 5, 14))).stream()
            .filter(each -> !(each instanceof Proposal.OfClaim))
            .filter(each -> each.quotation().at().start() < text.length())
            .toList();
  }

  private static String told(Proposal proposal) {
    return switch (proposal) {
      case Proposal.OfMeeting meeting ->
          (meeting.isPlanned() ? "plan " : "met ") + meeting.place() + " " + meeting.when();
      case Proposal.OfStep step -> "step " + step.when();
      case Proposal.OfInstrument instrument -> instrument.state().name();
      case Proposal.OfOrder order -> order.later() + " after " + order.earlier();
      case Proposal.OfClaim _ -> throw new IllegalStateException();
    };
  }

  /// The event of the line is among what is proposed; with `-` there is nothing.
  @ParameterizedTest
  @MethodSource("lines")
  void everyLine(String line) {
    String[] parts = line.split("\t", 2);
    List<String> found = events(parts[1]).stream().map(EventTableTest::told).toList();
    if (parts[0].equals("-")) {
      assertEquals(List.of(), found);
    } else {
      assertTrue(found.contains(parts[0]), found.toString());
    }
  }

  /// Who took part: people by name, countries by theirs.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg and Karl Oye met in Geneva last week.          | Ann Berg, Karl Oye
          The leaders of Norway and Chile met in Rome on Monday.  | Norway, Chile
          """)
  void participants(String text, String who) {
    Proposal.OfMeeting meeting =
        events(text).stream()
            .filter(Proposal.OfMeeting.class::isInstance)
            .map(Proposal.OfMeeting.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(who, String.join(", ", meeting.participants()));
  }

  /// Who hosts, chairs, mediates or shuttles; a denied or merely possible role is none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Norway and Chile met in Doha on Monday at talks hosted by Qatar.               | Qatar HOST
          Qatar hosted a meeting of Norway and Chile in Doha on Monday.                  | Qatar HOST
          The talks in Oslo on Monday were chaired by Norway and mediated by Finland.    | Norway CHAIR, Finland MEDIATOR
          Norway could host a meeting of the two sides in Oslo next week.                | ''
          """)
  void roles(String text, String who) {
    Proposal.OfMeeting meeting =
        events(text).stream()
            .filter(Proposal.OfMeeting.class::isInstance)
            .map(Proposal.OfMeeting.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(
        who,
        String.join(
            ", ", meeting.roles().stream().map(each -> each.who() + " " + each.role()).toList()));
  }

  @Test
  void aPaperIsNotedOnceWithItsTellingState() {
    List<String> found =
        events(
                "The ceasefire agreement is under discussion. The ceasefire agreement was signed"
                    + " on Monday. The ceasefire agreement was long.")
            .stream()
            .filter(Proposal.OfInstrument.class::isInstance)
            .map(EventTableTest::told)
            .toList();
    assertEquals(List.of("SIGNED"), found);
  }
}
