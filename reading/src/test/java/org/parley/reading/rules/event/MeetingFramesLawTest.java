package org.parley.reading.rules.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.rules.RuleReader;

/// Who met, where and when, in every frame; what did not take place is no meeting. Against
/// Wednesday 14 May 2031.
@NullMarked
class MeetingFramesLawTest {

  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  /// Words of a day and the day.
  private record When(String words, String date) {}

  private static final List<String> WHO =
      List.of(
          "Ann Berg and Karl Oye",
          "The delegations of Norway and Chile",
          "Foreign Minister Ann Berg and rebel leader Tom Hale",
          "Envoys of the two governments");

  private static final List<String> PLACES = List.of("Oslo", "Geneva", "the Qatari capital Doha");

  private static final List<When> PAST =
      List.of(
          new When("on Monday", "2031-05-12"),
          new When("yesterday", "2031-05-13"),
          new When("on 3 May", "2031-05-03"),
          new When("on May 3", "2031-05-03"),
          new When("last week", "2031-05-05/2031-05-11"));

  private static final List<When> AHEAD =
      List.of(
          new When("on 20 May", "2031-05-20"),
          new When("tomorrow", "2031-05-15"),
          new When("next week", "2031-05-19/2031-05-25"));

  private static final List<String> TOOK_PLACE =
      List.of(
          "%who met in %place %when.",
          "%who held talks in %place %when.",
          "%who sat down in %place %when for talks.",
          "%who met %when in %place.",
          "%who had met in %place %when, officials said.");

  private static final List<String> PLANNED =
      List.of(
          "%who will meet in %place %when.",
          "%who are to meet in %place %when.",
          "%who are due to meet in %place %when.",
          "%who have agreed to meet in %place %when.",
          "%who will hold talks in %place %when.");

  private static final List<String> NONE =
      List.of(
          "%who did not meet in %place %when.",
          "%who failed to meet in %place %when.",
          "%who denied that they had met in %place %when.",
          "%who refused to meet in %place %when.",
          "%who could have met in %place %when.");

  /// Meetings without the word: who talks with whom, who is where for talks, who brings together.
  private static final List<String> CONTACTS =
      List.of(
          "Ann Berg was in %place %when for talks with the mediator.",
          "Ann Berg flew to %place %when for talks with the prime minister.",
          "Ann Berg spoke with the Chilean president for an hour %when.",
          "Ann Berg discussed the plan with Karl Oye %when.",
          "The two leaders talked for an hour %when.",
          "Karl Oye was received by the president in %place %when.",
          "Ann Berg, received by the king in %place %when, praised the plan.",
          "The mediator brought the two sides together in %place %when.",
          "The two delegations were back in %place %when.",
          "The negotiators worked in %place %when.",
          "The ministers dined together in %place %when.",
          "The envoys exchanged views in %place %when.",
          "The talks, held in %place %when, were the first in two years.",
          "Ann Berg joined the ministers in %place %when.",
          "The treaty was signed in %place %when by presidents Ann Berg and Karl Oye.",
          "The cabinet in %place approved the deal %when.",
          "The mediator shuttled between the two delegations in %place %when.");

  private static final List<String> CONTACTS_AHEAD =
      List.of(
          "The delegations will be back in %place %when.",
          "The two leaders are to speak again %when.",
          "Ann Berg is to host the two ministers in %place %when.",
          "The committee will read it %when.",
          "All parties are invited to the palace in %place %when.",
          "Ann Berg will take it up with the Chilean president in %place %when.",
          "The experts will stay in %place %when.");

  private static final List<String> NO_CONTACTS =
      List.of(
          "Calls for a summit in %place grew louder %when.",
          "Hopes for a summit faded %when.",
          "Ann Berg would meet Karl Oye in %place only if the shelling stopped.",
          "If the two leaders meet in %place, the text will be ready.",
          "There is no mandate for talks in %place.",
          "The two ministers spoke to reporters %when.",
          "The two leaders spoke %when of a breakthrough.",
          "Ann Berg talked about the treaty %when.",
          "The government sat on the report for months.",
          "The company moved to %place %when.",
          "The meeting planned for Thursday was cancelled.",
          "The document stayed in %place %when.");

  private static List<Proposal.OfMeeting> meetings(String text) {
    return new RuleReader()
        .propose(Article.of(text + "\n", DAY)).stream()
            .filter(Proposal.OfMeeting.class::isInstance)
            .map(Proposal.OfMeeting.class::cast)
            .toList();
  }

  private static String text(String frame, String who, String place, When when) {
    return frame.replace("%who", who).replace("%place", place).replace("%when", when.words());
  }

  private static void check(List<String> frames, List<When> days, boolean isPlanned) {
    List<String> wrong = new ArrayList<>();
    int n = 0;
    for (String frame : frames) {
      for (String who : WHO) {
        for (When when : days) {
          String place = PLACES.get(n++ % PLACES.size());
          String text = text(frame, who, place, when);
          List<Proposal.OfMeeting> found = meetings(text);
          boolean isRight =
              found.size() == 1
                  && found.getFirst().isPlanned() == isPlanned
                  && when.date().equals(String.valueOf(found.getFirst().when()))
                  && place.endsWith(String.valueOf(found.getFirst().place()));
          if (!isRight) {
            wrong.add(text + " " + found);
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + " of " + n + "\n" + String.join("\n", wrong));
  }

  @Test
  void meetingsThatTookPlace() {
    check(TOOK_PLACE, PAST, false);
  }

  @Test
  void meetingsAhead() {
    check(PLANNED, AHEAD, true);
  }

  /// A verb that could be a noun, after names.
  @Test
  void thosePlanToMeet() {
    Proposal.OfMeeting found = meetings("Ann Berg and Karl Oye plan to meet in Oslo.").getFirst();
    assertTrue(found.isPlanned());
    assertEquals(List.of("Ann Berg", "Karl Oye"), found.participants());
  }

  /// A place and its country; the country takes no part.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in the Qatari capital Doha             | Doha
          in Qatar's capital, Doha               | Doha
          in the Qatari capital of Doha          | Doha
          in the Swiss resort of Davos           | Davos
          in the port city of Aden               | Aden
          in neighbouring Oman                   | Oman
          at the Palace of Nations in Geneva     | Geneva
          in eastern Libya                       | Libya
          in New York                            | New York
          """)
  void wherePeopleMeet(String where, String place) {
    Proposal.OfMeeting found =
        meetings("Ann Berg and Karl Oye met " + where + " on Monday.").getFirst();
    assertEquals(List.of("Ann Berg", "Karl Oye"), found.participants());
    assertEquals(place, found.place());
  }

  @Test
  void whatDidNotTakePlaceIsNoMeeting() {
    List<String> wrong = new ArrayList<>();
    for (String frame : NONE) {
      for (String who : WHO) {
        String text = text(frame, who, PLACES.getFirst(), PAST.getFirst());
        if (!meetings(text).isEmpty()) {
          wrong.add(text + " " + meetings(text));
        }
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  /// Days that a preposition leads.
  private static final List<When> ON = PAST.stream().limit(4).toList();

  private static void checkFound(List<String> frames, List<When> days, boolean isPlanned) {
    List<String> wrong = new ArrayList<>();
    for (String frame : frames) {
      for (When when : days) {
        for (String place : PLACES) {
          String text = text(frame, "", place, when);
          List<Proposal.OfMeeting> found = meetings(text);
          boolean isRight =
              found.size() == 1
                  && found.getFirst().isPlanned() == isPlanned
                  && when.date().equals(String.valueOf(found.getFirst().when()));
          if (!isRight) {
            wrong.add(text + " " + found);
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  @Test
  void contactsAreMeetings() {
    checkFound(CONTACTS, ON, false);
    checkFound(CONTACTS_AHEAD, AHEAD, true);
  }

  @Test
  void wishesAndThingsAreNoMeetings() {
    List<String> wrong = new ArrayList<>();
    for (String frame : NO_CONTACTS) {
      for (When when : ON) {
        String text = text(frame, "", PLACES.getFirst(), when);
        if (!meetings(text).isEmpty()) {
          wrong.add(text + " " + meetings(text));
        }
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }
}
