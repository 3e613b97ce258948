package org.parley.reading.rules.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a party will not have, and the syntax that says so.
@NullMarked
class RefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          They will not give it up. | REJECTED
          We shall never hand over the harbour. | REJECTED
          The rebels ruled out a return. | REJECTED
          A return is out of the question. | REJECTED
          We cannot accept the map. | REJECTED
          The islands do not associate themselves with paragraph 2. | REJECTED
          The rain will not stop. | -
          """)
  void aRefusalIsOfAnAgent(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          They will not leave before the prisoners are free. | CONDITIONAL
          They will not sign until the map is settled. | CONDITIONAL
          """)
  void aRefusalWithATimeIsACondition(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The rebels have not rejected the plan. | OPEN
          The rebels do not rule out a return. | AGREED
          """)
  void aRefusedRefusalIsNone(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          They reached an agreement on fees. | AGREED
          No agreement on fees was reached. | OPEN
          There are doubts about the map. | OPEN
          There is no disagreement about the map. | AGREED
          The treaty is an agreement. | -
          They have yet to agree on the map. | OPEN
          There is work left to do. | OPEN
          """)
  void aNounOfStateNeedsALightVerb(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }
}
