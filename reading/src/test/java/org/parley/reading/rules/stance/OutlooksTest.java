package org.parley.reading.rules.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When agreement hangs on something, and when it is near.
@NullMarked
class OutlooksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The government will sign if the troops leave. | CONDITIONAL
          The treaty takes effect once all states have ratified it. | CONDITIONAL
          Unless the map is settled, the deal is dead. | CONDITIONAL
          No troops, no treaty. | CONDITIONAL
          We cannot accept the annex without guarantees. | CONDITIONAL
          The truce will hold provided that the convoys pass. | CONDITIONAL
          The port will reopen when the embargo ends. | CONDITIONAL
          No funds will flow until they report. | CONDITIONAL
          Everything depends on the border. | CONDITIONAL
          A visit will be possible only after the piers have been cleared. | CONDITIONAL
          The islands would yield on the lease if the blockade is lifted. | CONDITIONAL
          We will sign the lease when the survey is complete. | CONDITIONAL
          The protocol will enter into force upon ratification. | CONDITIONAL
          """)
  void aConditionIsNoAgreement(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  /// "As if", "at once" and anonymity are no conditions of a settlement.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          He spoke on condition of anonymity. | -
          She spoke on condition that she not be named. | -
          They left at once. | -
          They will sign the lease when they meet on Friday. | FINAL_SOON
          He looked as if he had not slept. | -
          The map is agreed, whatever they say. | AGREED
          """)
  void aWordOfConditionMayMeanSomethingElse(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The annex is being finalised. | FINAL_SOON
          The treaty will be signed on Friday. | FINAL_SOON
          The parties expect to sign before the weekend. | FINAL_SOON
          A signing is planned for Friday. | FINAL_SOON
          The agreement is to be concluded within hours. | FINAL_SOON
          """)
  void whatIsNearHasATime(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The talks broke down within days. | -
          The treaty was signed on Friday. | AGREED
          The annex has been finalised. | AGREED
          """)
  void aPastEventIsNotNear(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The treaty will not be signed on Friday. | OPEN
          The treaty might be signed one day. | -
          """)
  void aDenialOrADoubtIsNotNear(String text, String expected) {
    assertEquals(expected, StanceTable.stance(text), text);
  }
}
