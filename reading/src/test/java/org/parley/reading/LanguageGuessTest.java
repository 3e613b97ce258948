package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The language of a text by its small words or its script.
@NullMarked
class LanguageGuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The minister said on Tuesday that the map was agreed and that the fees were not, and he"
            + " added that the talks on the harbour would go on in the autumn as they had in spring.",
        "fr|La ministre a déclaré mardi que la carte était acceptée et que les taxes ne l'étaient"
            + " pas, et elle a ajouté que les discussions sur le port se poursuivraient en automne.",
        "de|Die Ministerin sagte am Dienstag, die Karte sei vereinbart und die Gebühren seien es"
            + " nicht, und sie fügte hinzu, dass die Gespräche über den Hafen im Herbst weitergehen"
            + " und dass sich der Rat mit dem Text befasst.",
        "uk|Міністерка сказала у вівторок, що карту узгоджено, а збори ні, і додала, що переговори"
            + " про порт триватимуть восени, як і навесні, та що рада розгляне текст до зими, але"
            + " не раніше.",
        "ar|قالت الوزيرة يوم الثلاثاء إن الخريطة متفق عليها وإن الرسوم ليست كذلك"
      })
  void isFound(String language, String text) {
    assertEquals(Optional.of(language), LanguageGuess.of(text));
  }

  @Test
  void aShortTextIsLeftOpen() {
    assertEquals(Optional.empty(), LanguageGuess.of("Berg: the map is agreed."));
    assertEquals(Optional.empty(), LanguageGuess.of(""));
  }
}
