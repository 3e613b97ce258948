package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.date.Edtf;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Dates that name their year are read in a form and in a text by two programs; both find the same.
@NullMarked
class SaidDateOracleTest {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static List<String> inText(String words) {
    String text = "They met " + words + " in Oslo.";
    ParsedText parsed = Parser.parse(text, "en");
    SpokenDates dates = new SpokenDates(LocalDate.of(2031, 5, 14), parsed.lexicon());
    List<String> found = new ArrayList<>();
    for (Sentence s : parsed.sentences()) {
      dates.in(s, 0, s.size(), false).forEach(each -> found.add(each.date().toString()));
    }
    return found;
  }

  @Test
  void daysAndMonthsWithAYear() {
    long seed = 20310514;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      LocalDate day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(45_000));
      String month = MONTHS.get(day.getMonthValue() - 1);
      int number = day.getDayOfMonth();
      int year = day.getYear();
      for (String words :
          List.of(
              number + " " + month + " " + year,
              month + " " + number + ", " + year,
              month + " " + year,
              day.toString(),
              number + "." + day.getMonthValue() + "." + year)) {
        String said = SaidDate.of(words).toString();
        String before = words.equals(month + " " + year) ? "in " : "on ";
        assertEquals(List.of(said), inText(before + words), "seed " + seed + ", " + words);
      }
    }
  }

  @Test
  void intervalsWithAYear() {
    for (String words :
        List.of("28 to 30 October 2030", "28-30 October 2030", "28 October to 3 November 2030")) {
      assertEquals(SaidDate.of(words).toString(), String.join(" ", inText("from " + words)), words);
    }
  }

  /// Every date in words is read back as the same days.
  @Test
  void wordsOfADateAreReadBack() {
    long seed = 20310515;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      LocalDate from = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(45_000));
      LocalDate to = from.plusDays(1 + random.nextInt(700));
      String mark = List.of("", "?", "~", "%").get(random.nextInt(4));
      for (String each :
          List.of(
              from + mark,
              from.toString().substring(0, 7) + mark,
              from.toString().substring(0, 4) + mark,
              from + "/" + to,
              from.toString().substring(0, 7) + "/" + to.plusMonths(1).toString().substring(0, 7),
              from + "/..",
              "../" + from)) {
        Edtf meant = Edtf.of(each);
        Edtf read = SaidDate.of(DateInWords.of(meant));
        String told = "seed " + seed + ", " + each + ", " + DateInWords.of(meant);
        assertEquals(meant.earliest(), read.earliest(), told);
        assertEquals(meant.end(), read.end(), told);
        assertEquals(meant.isApproximate(), read.isApproximate(), told);
        assertEquals(meant.isUncertain(), read.isUncertain(), told);
      }
    }
  }

  /// Capitals, commas, full stops and spaces around it change no date.
  @Test
  void writingChangesNoDate() {
    for (String words : List.of("28 December 2025", "early January 2026", "second half of 2026")) {
      Edtf plain = SaidDate.of(words);
      assertEquals(plain, SaidDate.of(words.toUpperCase(java.util.Locale.ROOT)));
      assertEquals(plain, SaidDate.of("  " + words.replace(" ", "  ") + " "));
      assertEquals(plain, SaidDate.of("the " + words));
      assertTrue(SaidDate.of("about " + words).isApproximate());
      assertTrue(SaidDate.of("perhaps " + words).isUncertain() || plain.isApproximate());
    }
  }
}
