package org.parley.reading.french;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// French dates against a Wednesday, 14 May 2031.
@NullMarked
class FrenchDatesTest {

  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  private static List<String> dates(String words, boolean ahead) {
    return new FrenchDates(DAY)
        .in(words, ahead).stream().map(each -> each.date().toString()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          le 28 décembre 2025 | 2025-12-28 | 2025-12-28
          mercredi 1er janvier 2031 | 2031-01-01 | 2031-01-01
          le 28 décembre | 2030-12-28 | 2031-12-28
          lundi | 2031-05-12 | 2031-05-19
          mercredi | 2031-05-14 | 2031-05-14
          lundi prochain | 2031-05-19 | 2031-05-19
          lundi dernier | 2031-05-12 | 2031-05-12
          demain | 2031-05-15 | 2031-05-15
          après-demain | 2031-05-16 | 2031-05-16
          hier soir | 2031-05-13 | 2031-05-13
          avant-hier | 2031-05-12 | 2031-05-12
          aujourd'hui | 2031-05-14 | 2031-05-14
          début janvier | 2031-01-01/2031-01-10 | 2032-01-01/2032-01-10
          mi-juin 2032 | 2032-06-11/2032-06-20 | 2032-06-11/2032-06-20
          fin février 2032 | 2032-02-21/2032-02-29 | 2032-02-21/2032-02-29
          début 2032 | 2032-01/2032-03 | 2032-01/2032-03
          la semaine prochaine | 2031-05-19/2031-05-25 | 2031-05-19/2031-05-25
          la semaine dernière | 2031-05-05/2031-05-11 | 2031-05-05/2031-05-11
          cette semaine | 2031-05-12/2031-05-18 | 2031-05-12/2031-05-18
          le mois prochain | 2031-06 | 2031-06
          l'année dernière | 2030 | 2030
          en juillet | 2030-07 | 2031-07
          juillet 2033 | 2033-07 | 2033-07
          du 3 au 5 juin | 2031-06-03/2031-06-05 | 2031-06-03/2031-06-05
          dans dix jours | 2031-05-24 | 2031-05-24
          il y a deux semaines | 2031-04-30 | 2031-04-30
          au printemps 2032 | 2032-03/2032-05 | 2032-03/2032-05
          03/06/2031 | 2031-06-03 | 2031-06-03
          """)
  void aDateIsThatNearTheDayOfPublication(String words, String back, String ahead) {
    assertEquals(List.of(back), dates(words, false));
    assertEquals(List.of(ahead), dates(words, true));
  }

  @ParameterizedTest
  @CsvSource({
    "chaque lundi",
    "tous les lundis",
    "le 31 février",
    "il a été signé",
    "deux semaines"
  })
  void otherWordsAreNone(String words) {
    assertEquals(List.of(), dates(words, false));
  }

  @Test
  void withoutADayOfPublicationOnlyFullDatesAreRead() {
    FrenchDates dates = new FrenchDates(null);
    assertEquals(List.of(), dates.in("lundi, demain, le 3 mai, en juin", true));
    assertEquals("2031-05-03", dates.in("le 3 mai 2031", true).getFirst().date().toString());
  }
}
