package org.parley.model.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.InvalidValueException;
import org.parley.model.indicator.Series.Frequency;

class SeriesTest {

  @Test
  void valuesAreInOrderOfTheirDatesAndNames() {
    Series series = Series.of("2025-11-04 65.10\n\n  2025-11-03  64.890 \n");
    assertEquals("2025-11-03 64.89\n2025-11-04 65.1", series.toString());
    assertEquals(Frequency.DAY, series.frequency());
    assertEquals(List.of(""), series.names());
    Series support = Series.of("2025-11 0.25 Republic of Korea\n2025-11 -1 Norway");
    assertEquals("2025-11 -1 Norway\n2025-11 0.25 Republic of Korea", support.toString());
    assertEquals(List.of("Norway", "Republic of Korea"), support.names());
    assertEquals(support, Series.of(support.toString()));
    assertEquals(support.hashCode(), Series.of(support.toString()).hashCode());
    assertNotEquals(support, series);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'NoValues[]', ''",
    "'2025-11-03', 'NotAnObservation[line=1]', '2025-11-03'",
    "'2025-11-03 1|2025-11-33 2', 'NotADayOrMonth[line=2]', '2025-11-33'",
    "'2025-13 1', 'NotADayOrMonth[line=1]', '2025-13'",
    "'0999 1', 'NotADayOrMonth[line=1]', '0999'",
    "'2025-11-03 1||2025-11-04 1.2.3', 'NotANumber[line=3]', '1.2.3'",
    "'2025-11-03 1,234.5', 'NotANumber[line=1]', '1,234.5'",
    "'2025-11-03 1234567890123456', 'NotANumber[line=1]', '1234567890123456'",
    "'2025-11-03 1|2025-11 2', 'OtherFrequency[line=2, first=2025-11-03]', '2025-11'",
    "'2025-11 1 Norway|2025-11 2|2025-11 2 Norway', 'DateTwice[line=3, earlier=1]', '2025-11 Norway'"
  })
  void aFaultIsAtItsLine(String text, String why, String value) {
    InvalidValueException refused =
        assertThrows(InvalidValueException.class, () -> Series.of(text.replace('|', '\n')));
    assertEquals(why, refused.why().toString());
    assertEquals(value, refused.value());
  }

  @Test
  void aSeriesHasALimit() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= Series.MOST_VALUES; i++) {
      text.append("2025-11 1 ").append(i).append('\n');
    }
    InvalidValueException refused =
        assertThrows(InvalidValueException.class, () -> Series.of(text.toString()));
    assertEquals("SeriesTooLong[most=20000]", refused.why().toString());
  }
}
