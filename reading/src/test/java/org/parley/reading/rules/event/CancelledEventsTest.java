package org.parley.reading.rules.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.rules.RuleReader;

/// Meetings, steps and papers that were denied, called off, missed or only possible, beside those
/// that took place, against Wednesday 14 May 2031.
@NullMarked
class CancelledEventsTest {

  /// Two sentences that make a negotiation of what stands beside them.
  private static final String AROUND =
      " The government and the rebels have been at the table since winter, and a treaty to end the"
          + " war is what both of them want.";

  private static <T extends Proposal> List<T> found(String text, Class<T> kind) {
    return new RuleReader()
        .propose(Article.of(text + AROUND, LocalDate.of(2031, 5, 14))).stream()
            .filter(kind::isInstance)
            .map(kind::cast)
            .filter(each -> each.quotation().at().start() < text.length())
            .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The envoys failed to meet on Tuesday.",
        "Ann Berg refused to meet Karl Oye in Oslo on Monday.",
        "Ann Berg may meet Karl Oye in Oslo on Monday.",
        "Ann Berg denied having met Karl Oye in Rome on Monday.",
        "Ann Berg denied that she had met Karl Oye in Rome on Monday.",
        "The envoys were to have met in Oslo on Monday, but the flight was late.",
        "The envoys would have met in Oslo on Monday.",
        "The envoys nearly met in Oslo on Monday.",
        "The meeting due on Friday in Oslo has been cancelled.",
        "The round of talks planned for Friday in Doha was called off.",
        "The round of talks in Doha was postponed on Monday.",
        "Norway scrapped the talks in Oslo on Monday.",
        "Reports that the envoys met in Oslo on Monday are false.",
        "They met the deadline on Monday.",
        "The meeting room in Oslo was too small.",
        "The talks, which may resume on Monday, are the last ones.",
        "Ann Berg reminded an audience in Oslo on Monday of the war.",
      })
  void noMeeting(String text) {
    assertEquals(List.of(), found(text, Proposal.OfMeeting.class));
  }

  /// A text, whether the meeting is planned, its place and its day.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Norway's minister Ann Berg held talks with her Chilean counterpart in Lima on Tuesday. | false | Lima   | 2031-05-13
          Yesterday the delegations met in Geneva for six hours.                                 | false | Geneva | 2031-05-13
          The envoys met last Thursday in Geneva.                                                | false | Geneva | 2031-05-08
          Delegations from Norway and Chile were hosted by Qatar in Doha on 9 May.               | false | Doha   | 2031-05-09
          Berg and Oye shook hands at the summit in Rome last month.                             | false | Rome   | 2031-04
          The prime ministers spoke by phone on Sunday.                                          | false | null   | 2031-05-11
          The envoys meet tomorrow in Muscat.                                                    | true  | Muscat | 2031-05-15
          The envoys will meet again in a fortnight.                                             | true  | null   | 2031-05-28
          The fourth round is scheduled to begin in Lima on 22 May.                              | true  | Lima   | 2031-05-22
          If the truce holds, the envoys will meet in Oslo on Monday.                            | true  | Oslo   | 2031-05-19
          The round of talks in Doha was postponed to Friday.                                    | true  | Doha   | 2031-05-16
          """)
  void meetings(String text, boolean isPlanned, String place, String when) {
    List<Proposal.OfMeeting> found = found(text, Proposal.OfMeeting.class);
    assertEquals(1, found.size(), found.toString());
    assertEquals(isPlanned, found.getFirst().isPlanned());
    assertEquals(place, String.valueOf(found.getFirst().place()));
    assertEquals(when, String.valueOf(found.getFirst().when()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The parliament will not vote on the treaty on 3 June.",
        "The parliament might vote on the treaty on 3 June.",
        "Parliament refused to vote on the treaty on 3 June.",
        "Karl Oye denied that parliament would vote on the treaty on 3 June.",
        "Elections due on 3 June were called off.",
        "The prisoners were to have been released on Friday.",
        "The round of talks planned for Friday in Doha was called off.",
        "The ceasefire took effect at midnight on Sunday.",
        "The deadline expired on Monday.",
      })
  void noStep(String text) {
    assertEquals(List.of(), found(text, Proposal.OfStep.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The parliament will vote on the treaty on 3 June.             | vote on the treaty on 3 June              | 2031-06-03
          The treaty will be submitted to a referendum in September.    | submitted to a referendum in September    | 2031-09
          The mediator is to present a new draft by Friday.             | present a new draft by Friday             | 2031-05-16
          The rebels must release the prisoners by the end of the month. | release the prisoners by the end of the month | 2031-05-31
          The ceasefire takes effect at midnight on Sunday.             | takes effect at midnight on Sunday        | 2031-05-18
          The troops are to leave the valley within 30 days.            | leave the valley within 30 days           | 2031-05-14/2031-06-13
          A joint commission will be set up next month.                 | set up next month                         | 2031-06
          Signature is planned for 30 May in Oslo.                      | planned for 30 May in Oslo                | 2031-05-30
          """)
  void steps(String text, String what, String when) {
    assertEquals(
        List.of(what + " " + when),
        found(text, Proposal.OfStep.class).stream()
            .map(each -> each.what() + " " + each.when())
            .toList());
  }

  /// A text, and the papers it tells of with state and day; `-` for none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          The parties have initialled the protocol on prisoners.       | the protocol on prisoners SIGNED null
          The protocol on prisoners was not signed.                    | The protocol on prisoners NOT_SIGNED null
          The protocol on prisoners has yet to be signed.              | The protocol on prisoners NOT_SIGNED null
          The border treaty was never signed.                          | The border treaty NOT_SIGNED null
          The border treaty, signed in 2019, is still in force.        | The border treaty SIGNED 2019
          The draft protocol was leaked on Tuesday.                    | The draft protocol PUBLISHED 2031-05-13
          The mediator handed both sides a draft treaty on Tuesday.    | a draft treaty DELIVERED 2031-05-13
          The senate voted down the border treaty on Tuesday.          | the border treaty REJECTED 2031-05-13
          The court annulled the border treaty on Tuesday.             | the border treaty TERMINATED 2031-05-13
          The mediator withdrew the draft treaty on Tuesday.           | the draft treaty DRAFT 2031-05-13
          The mediator is to present a new draft by Friday.            | a new draft DRAFT null
          It is true that the border treaty was signed.                | the border treaty SIGNED null
          Reports that the border treaty was signed are false.         | -
          It is not true that the border treaty was signed.            | -
          It is false that the border treaty was signed.               | -
          Had the border treaty been signed, there would be peace.     | -
          The border treaty was almost signed on Monday.               | -
          The border treaty could have been signed on Monday.          | -
          Ann Berg never said that the treaty was signed on Monday.    | -
          Chile denied that it had signed the border treaty.           | -
          Chile threatened to withdraw from the border treaty.         | -
          If Ann Berg says the border treaty is agreed, all is well.   | -
          """)
  void papers(String text, @Nullable String papers) {
    assertEquals(
        papers == null ? "" : papers,
        found(text, Proposal.OfInstrument.class).stream()
            .map(each -> each.name() + " " + each.state() + " " + each.when())
            .collect(Collectors.joining("; ")));
  }
}
