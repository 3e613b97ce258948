package org.parley.reading.rules.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Denials of what others reported, and papers that arrived or did not.
@NullMarked
class ReportsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Reports of a deal are false. | DENIED_REPORT
          The report that the border is agreed is untrue. | DENIED_REPORT
          The ministry dismissed the reports. | DENIED_REPORT
          The claim of a breakthrough is not true. | DENIED_REPORT
          The report about the ferries is not based on facts. | DENIED_REPORT
          That's not accurate. | DENIED_REPORT
          """)
  void aDenialIsOfAReport(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          We have received the draft. | RECEIVED
          The delegation got the text on Monday. | RECEIVED
          We have not seen the draft. | NOT_RECEIVED
          We are still waiting for an answer. | NOT_RECEIVED
          We have yet to receive the list. | NOT_RECEIVED
          We will receive the draft on Monday. | -
          """)
  void aPaperArrivesOrNot(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The map is agreed. | DENIED_REPORT
          There is a deal. | DENIED_REPORT
          """)
  void theVerbOfSayingDenies(String text, String expected) {
    assertEquals(expected, StanceTable.judged(text, "deny").orElseThrow().stance().name(), text);
  }
}
