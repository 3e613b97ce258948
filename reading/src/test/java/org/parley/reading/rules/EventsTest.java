package org.parley.reading.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.act.ActKind;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Proposal;

/// Meetings, steps and papers in one sentence, against Wednesday 14 May 2031.
@NullMarked
class EventsTest {

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
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          The envoys met in Oslo on Monday. | false | 2031-05-12
          The envoys will meet in Oslo on Monday. | true | 2031-05-19
          President Berg received the foreign minister in Vienna on Tuesday. | false | 2031-05-13
          The delegations return to Geneva next week. | true | 2031-05-19/2031-05-25
          The ministers are expected in Madrid on 2 June. | true | 2031-06-02
          The cabinet has been called for Friday. | true | 2031-05-16
          The ambassadors look at the result on Friday. | true | 2031-05-16
          Berg expects the ministers to gather on Saturday. | true | 2031-05-17
          After three days in a monastery the delegations parted on Tuesday. | false | 2031-05-13
          A session with the mediator went on past midnight on Monday. | false | 2031-05-12
          Ann Berg and Karl Oye signed the protocol on Tuesday. | false | 2031-05-13
          Berg, who met Karl Oye in Lisbon on Monday, looked tired. | false | 2031-05-12
          Talks are due to start on Friday at the ministry. | true | 2031-05-16
          President Berg and Prime Minister Oye spoke on Tuesday. | false | 2031-05-13
          We had a bilateral with the Norwegian delegation on Tuesday. | false | 2031-05-13
          """)
  void meetings(String text, boolean isPlanned, String when) {
    List<Proposal.OfMeeting> found = found(text, Proposal.OfMeeting.class);
    assertEquals(1, found.size(), found.toString());
    assertEquals(isPlanned, found.getFirst().isPlanned());
    assertEquals(when, String.valueOf(found.getFirst().when()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The offer meets every demand of the rebels in Oslo.",
        "Their demands were not met on Monday.",
        "Berg told a press conference in Oslo on Monday that it was late.",
        "The negotiations on fishing are concluded.",
        "No further round will be held on Friday.",
      })
  void whatIsNoMeeting(String text) {
    assertEquals(List.of(), found(text, Proposal.OfMeeting.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          The members vote on 3 June. | 2031-06-03
          The chapters are to be put online next week. | 2031-05-19/2031-05-25
          The rebels have until Sunday to answer. | 2031-05-18
          Both houses extended the mandate until 30 June. | 2031-06-30
          The treaty needs the consent of both houses. | -
          The text now goes to the court. | -
          Only then can the members vote on it. | -
          Each law must be ratified by both houses. | -
          The minister wants the treaty adopted by the end of June. | 2031-06-30
          The union announced that it would consult its members. | -
          A further session has been scheduled for Friday. | 2031-05-16
          """)
  void steps(String text, @Nullable String when) {
    List<Proposal.OfStep> found = found(text, Proposal.OfStep.class);
    assertEquals(1, found.size(), found.toString());
    assertEquals(String.valueOf(when), String.valueOf(found.getFirst().when()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The union will vote against it.",
        "If the rebels leave, the council will sign.",
        "Not one article will be reopened.",
        "On Monday the envoy emerged from the palace without a word.",
      })
  void whatIsNoStep(String text) {
    assertEquals(List.of(), found(text, Proposal.OfStep.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A lasting ceasefire was signed in March. | SIGNED
          The ministry put out a communique on Monday. | PUBLISHED
          The lists of prisoners have reached Oslo. | DELIVERED
          A revised map that had been promised to the rebels never came. | NOT_RECEIVED
          The technical annex is with the translators. | BEING_FINALISED
          The technical annex is with the regulators. | UNDER_REVIEW
          The security protocol was all but complete. | BEING_FINALISED
          The assembly threw out the proposal of the mediators. | REJECTED
          Britain is to table a draft resolution. | DRAFT
          There is a statute that nobody has signed. | NOT_SIGNED
          The annex on forests has still to be written. | NOT_AGREED
          Nine-tenths of the border treaty was settled on Monday. | UNDER_DISCUSSION
          Most chapters of the border treaty are final. | UNDER_DISCUSSION
          The ministers said in a joint statement that they were tired. | PUBLISHED
          """)
  void papers(String text, Proposal.ReportedState state) {
    List<Proposal.OfInstrument> found = found(text, Proposal.OfInstrument.class);
    assertEquals(1, found.size(), found.toString());
    assertEquals(state, found.getFirst().state());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That will be known when the documents are ready.",
        "Berg asked whether the rebels were willing to accept the border treaty.",
        "The ministry has issued the following statement.",
        "The vote clears the way for the legal framework.",
        "The parties have agreed the lines of disengagement.",
      })
  void whatIsNoPaper(String text) {
    assertEquals(List.of(), found(text, Proposal.OfInstrument.class));
  }

  /// Acts on instruments: name, act, day. The text is of Wednesday 14 May 2031.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          The parties signed the final agreement in Bogota on 24 April. | the final agreement | SIGNED | - | 2031-04-24
          The Senate ratified the border treaty on Tuesday.  | the border treaty | ADOPTED | RATIFIED | 2031-05-13
          The envoys initialled the border treaty.           | the border treaty | SIGNED | INITIALLED | -
          Norway suspended the border treaty on 3 May.       | the border treaty | SUSPENDED | - | 2031-05-03
          Norway withdrew from the border treaty on 3 May.   | the border treaty | TERMINATED | WITHDRAWN | 2031-05-03
          Norway denounced the border treaty last week.      | the border treaty | TERMINATED | DENOUNCED | 2031-05-05/2031-05-11
          The border treaty entered into force on 1 May.     | The border treaty | ADOPTED | ENTERED_INTO_FORCE | 2031-05-01
          """)
  void acts(
      String text,
      String name,
      Proposal.ReportedState state,
      @Nullable ActKind act,
      @Nullable Edtf when) {
    List<Proposal.OfInstrument> found = found(text, Proposal.OfInstrument.class);
    assertEquals(1, found.size(), found.toString());
    assertEquals(name, found.getFirst().name());
    assertEquals(state, found.getFirst().state());
    assertEquals(act, found.getFirst().act());
    assertEquals(when, found.getFirst().when());
  }

  /// Two acts on one instrument, each with its day.
  @Test
  void eachActOfADayIsTold() {
    String text =
        "The parties signed the border treaty on 24 April. Voters rejected the border treaty on"
            + " 2 May.";
    assertEquals(
        List.of(Edtf.of("2031-04-24"), Edtf.of("2031-05-02")),
        found(text, Proposal.OfInstrument.class).stream()
            .map(Proposal.OfInstrument::when)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Norway may withdraw from the border treaty.",
        "Norway did not withdraw from the border treaty.",
        "Norway would suspend the border treaty.",
        "The minister wants the treaty adopted on Friday.",
        "If they show us a list, there will be an answer.",
        "The document gives both sides fifteen years.",
        "An adviser offered an audit of the plan.",
      })
  void whatTellsNothingOfAPaper(String text) {
    assertEquals(List.of(), found(text, Proposal.OfInstrument.class));
  }
}
