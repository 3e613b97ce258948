package org.parley.reading.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;

/// Days that are named together are the interval from the first to the last, in every form; days
/// that no calendar has are none.
@NullMarked
class DaySpansLawTest {

  private static final LocalDate PUBLISHED = LocalDate.of(2031, 5, 14);
  private static final int CASES = 400;

  /// A form, with the first and the last day in it.
  private enum Form {
    DAY_TO_DAY,
    FROM_DAY_TO_DAY,
    DAY_AND_DAY,
    MONTH_DAY_TO_DAY,
    MONTH_DAY_AND_DAY,
    TWO_MONTHS,
    TWO_MONTHS_FIRST,
    DASHED;

    boolean isOfOneMonth() {
      return this != TWO_MONTHS && this != TWO_MONTHS_FIRST;
    }

    String words(int first, String month, int last, String then) {
      return switch (this) {
        case DAY_TO_DAY -> first + " to " + last + " " + then;
        case FROM_DAY_TO_DAY -> "from " + first + " to " + last + " " + then;
        case DAY_AND_DAY -> "on " + first + " and " + last + " " + then;
        case MONTH_DAY_TO_DAY -> then + " " + first + " to " + last;
        case MONTH_DAY_AND_DAY -> "on " + then + " " + first + " and " + last;
        case TWO_MONTHS -> "from " + first + " " + month + " to " + last + " " + then;
        case TWO_MONTHS_FIRST -> "from " + month + " " + first + " to " + then + " " + last;
        case DASHED -> first + "–" + last + " " + then;
      };
    }

    /// The year after the days, as this form has it.
    String year(int year) {
      return switch (this) {
        case MONTH_DAY_TO_DAY, MONTH_DAY_AND_DAY, TWO_MONTHS_FIRST -> ", " + year;
        default -> " " + year;
      };
    }
  }

  private static List<String> dates(String text, @Nullable LocalDate published) {
    ParsedText parsed = Parser.parse(text, "en");
    SpokenDates dates = new SpokenDates(published, parsed.lexicon());
    List<String> all = new ArrayList<>();
    for (Sentence each : parsed.sentences()) {
      dates.in(each, 0, each.size(), false).forEach(said -> all.add(said.date().toString()));
    }
    return all;
  }

  private static String name(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Test
  void everyFormWithAYearIsTheIntervalOfItsDays() {
    Random random = new Random(7);
    for (int n = 0; n < CASES; n++) {
      Form form = Form.values()[n % Form.values().length];
      int year = 2027 + random.nextInt(6);
      int month = 1 + random.nextInt(form.isOfOneMonth() ? 12 : 11);
      int then = form.isOfOneMonth() ? month : month + 1;
      int first = 1 + random.nextInt(form.isOfOneMonth() ? 30 : 28);
      int last = form.isOfOneMonth() ? first + 1 + random.nextInt(31 - first) : 1 + first % 28;
      String text =
          "They met in Oslo "
              + form.words(first, name(month), last, name(then))
              + form.year(year)
              + ", and left.";
      Optional<LocalDate> from = day(year, month, first);
      Optional<LocalDate> to = day(year, then, last);
      List<String> found = dates(text, PUBLISHED);
      if (from.isPresent() && to.isPresent()) {
        assertEquals(List.of(from.get() + "/" + to.get()), found, text);
      } else {
        assertTrue(found.stream().noneMatch(each -> each.contains("/")), text + found);
      }
    }
  }

  /// Without a year, the last day is in the year that ends within two months of the publication.
  @Test
  void theNearestYearIsMeant() {
    Random random = new Random(11);
    for (int n = 0; n < CASES / 2; n++) {
      LocalDate published = LocalDate.of(2027 + random.nextInt(5), 1 + random.nextInt(12), 15);
      int month = 1 + random.nextInt(12);
      int first = 1 + random.nextInt(27);
      String text =
          "They met in Oslo from " + first + " to " + (first + 1) + " " + name(month) + ".";
      LocalDate last = LocalDate.of(published.getYear(), month, first + 1);
      LocalDate meant = last.isAfter(published.plusDays(60)) ? last.minusYears(1) : last;
      assertEquals(List.of(meant.minusDays(1) + "/" + meant), dates(text, published), text);
    }
  }

  /// A talk over the turn of the year began in the year before.
  @Test
  void daysOverTheTurnOfTheYearBeginBefore() {
    assertEquals(
        List.of("2030-12-30/2031-01-02"),
        dates("They met in Oslo from 30 December to 2 January.", PUBLISHED));
  }

  @Test
  void daysThatNoCalendarHasAreNone() {
    for (String days :
        List.of(
            "from 30 to 31 February",
            "from 28 to 29 February",
            "on February 29 and 30",
            "on 30 and 31 April 2031",
            "from 30 January to 30 February 2032",
            "from February 30 to March 2",
            "from 31 to 32 May",
            "from 0 to 3 May")) {
      assertTrue(
          dates("They met in Oslo " + days + ".", PUBLISHED).stream()
              .noneMatch(each -> each.contains("/")),
          days);
    }
  }

  @Test
  void withoutAPublicationAYearIsNeeded() {
    assertEquals(List.of(), dates("They met from 3 to 5 May.", null));
    assertEquals(List.of("2030-05-03/2030-05-05"), dates("They met from 3 to 5 May 2030.", null));
  }
}
