package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Dates as texts say them, against Wednesday 14 May 2031.
@NullMarked
class SpokenDatesTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2031, 5, 14);

  private static List<String> dates(String text, @Nullable LocalDate published, boolean ahead) {
    ParsedText parsed = Parser.parse(text, "en");
    SpokenDates dates = new SpokenDates(published, parsed.lexicon());
    List<String> all = new ArrayList<>();
    for (Sentence each : parsed.sentences()) {
      dates.in(each, 0, each.size(), ahead).forEach(said -> all.add(said.date().toString()));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "She said on Monday that it was done. | 2031-05-12",
        "She said on Wednesday that it was done. | 2031-05-14",
        "She said on Thursday that it was done. | 2031-05-08",
        "She said yesterday that it was done. | 2031-05-13",
        "Eight days earlier she said that it was done. | 2031-05-06",
        "A fortnight ago she said that it was done. | 2031-04-30",
        "She said today that it was done. | 2031-05-14",
        "They met on 3 March 2030 in Oslo. | 2030-03-03",
        "They met on March 3, 2030 in Oslo. | 2030-03-03",
        "They met on 3 March in Oslo. | 2031-03-03",
        "They met on December 20 in Oslo. | 2030-12-20",
        "They met on the 3rd of March in Oslo. | 2031-03-03",
        "They met in March in Oslo. | 2031-03",
        "They met in March 2029 in Oslo. | 2029-03",
        "They met in 2029 in Oslo. | 2029",
        "They met last week in Oslo. | 2031-05-05/2031-05-11",
        "They met last month in Oslo. | 2031-04",
        "They met last autumn in Oslo. | 2030-09/2030-11",
        "They met in the summer of 2029 in Oslo. | 2029-06/2029-08",
        "They met from 28 April to 2 May in Oslo. | 2031-04-28/2031-05-02",
        "They met on April 28, 29 and 30 in Oslo. | 2031-04-28/2031-04-30",
        "They met on 8, 9 and 10 March in Oslo. | 2031-03-08/2031-03-10",
        "They met between March 3 and March 5, 2030. | 2030-03-03/2030-03-05",
        "They met over the weekend in Oslo. | 2031-05-10/2031-05-11",
        "They met this morning in Oslo. | 2031-05-14",
        "They met last night in Oslo. | 2031-05-13",
        "They met last year in Oslo. | 2030",
        "They met in late April in Oslo. | 2031-04-21/2031-04-30",
        "They met early in March in Oslo. | 2031-03-01/2031-03-10",
        "They met in mid-April in Oslo. | 2031-04-11/2031-04-20",
        "The file is dated 2031-02-28 on its cover. | 2031-02-28",
      })
  void lookingBack(String text, String date) {
    assertEquals(List.of(date), dates(text, WEDNESDAY, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They will meet on Monday. | 2031-05-19",
        "They will meet on Wednesday. | 2031-05-14",
        "They will meet tomorrow. | 2031-05-15",
        "They will meet next week. | 2031-05-19/2031-05-25",
        "They will meet next month. | 2031-06",
        "They will meet this weekend. | 2031-05-17/2031-05-18",
        "They will meet on 3 March. | 2032-03-03",
        "They will meet in March. | 2032-03",
        "They will meet in early 2032. | 2032-01/2032-03",
        "They will meet early next year. | 2032-01/2032-03",
        "They will meet by the end of the month. | 2031-05-31",
        "They will meet by the end of June. | 2031-06-30",
        "They will meet at the end of June. | 2031-06-21/2031-06-30",
        "They will meet at the end of next year. | 2032-12",
        "They will meet at the end of the year. | 2031-12",
        "They will meet within ten days. | 2031-05-14/2031-05-24",
        "They will meet within two weeks. | 2031-05-14/2031-05-28",
        "They will meet within weeks. | 2031-05-14/2031-06-25~",
        "They will meet this summer. | 2031-06/2031-08",
        "They will meet in the autumn. | 2031-09/2031-11",
        "They will meet next spring. | 2032-03/2032-05",
        "They will meet by summer. | 2031-06/2031-08",
        "They will meet at the weekend. | 2031-05-17/2031-05-18",
        "They will meet in the first week of June. | 2031-06-01/2031-06-07",
        "They will meet in the second half of next year. | 2032-07/2032-12",
        "They will meet in the second half of June. | 2031-06-16/2031-06-30",
        "They will meet in the first quarter of 2033. | 2033-01/2033-03",
        "They will meet by the fifth. | 2031-06-05",
        "They will meet from 3 to 5 March. | 2032-03-03/2032-03-05",
        "They will meet in a fortnight. | 2031-05-28",
        "They will meet in a week. | 2031-05-21",
        "They will meet in ten days. | 2031-05-24",
        "They will meet in the last week of January. | 2032-01-25/2032-01-31",
      })
  void lookingAhead(String text, String date) {
    assertEquals(List.of(date), dates(text, WEDNESDAY, true));
  }

  @Test
  void withoutADayOfPublicationOnlyFullDatesAreDates() {
    assertEquals(
        List.of("2030-03-03"),
        dates("On Monday she said that they met on 3 March 2030 and on 4 April.", null, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The 31 February does not exist, nor does 2031-13-45.",
        "In May 400 soldiers were exchanged for 12 officers.",
        "They may march for 20 points.",
      })
  void whatIsNoDateIsNone(String text) {
    assertEquals(
        List.of(),
        dates(text, WEDNESDAY, false).stream().filter(d -> !d.equals("2031-05")).toList());
  }
}
