package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.claim.Share;

class ShareTest {

  @ParameterizedTest
  @CsvSource({
    "90 %, 900, 1000",
    "90%, 900, 1000",
    "95.5 %, 955, 1000",
    "0 %, 0, 1000",
    "100 %, 1000, 1000",
    "18 of 20, 18, 20",
    "0 of 1, 0, 1",
    "17 of 17, 17, 17",
  })
  void saidInNumbers(String said, int part, int whole) {
    assertEquals(Optional.of(new Share.Fraction(part, whole)), new Share(said).fraction());
    assertEquals(said, new Share(said).toString());
  }

  @Test
  void withADecimalComma() {
    assertEquals(Optional.of(new Share.Fraction(955, 1000)), new Share("95,5 %").fraction());
  }

  @ParameterizedTest
  @ValueSource(strings = {"almost", "nearly all", "most of it", "%", "half"})
  void saidInWords(String said) {
    assertEquals(Optional.empty(), new Share(said).fraction());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "101 %",
        "100.1 %",
        "90",
        "21 of 20",
        "1 of 0",
        "0 of 0",
        "90.55 %",
        "-5 %",
        "1000000 of 1",
        "18/20",
        "about 90 %",
        "9999 %"
      })
  void isNotAShare(String said) {
    InvalidValueException e = assertThrows(InvalidValueException.class, () -> new Share(said));
    assertEquals(InvalidValue.Plain.NOT_A_SHARE, e.why());
    assertEquals(said, e.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void saysNothing(String said) {
    assertEquals(
        InvalidValue.Plain.BLANK_SHARE,
        assertThrows(InvalidValueException.class, () -> new Share(said)).why());
  }
}
