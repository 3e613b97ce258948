package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Matches are those of a search at every place of the page.
@NullMarked
class LinkPlacesOracleTest {

  private static final Pattern PATTERN =
      Pattern.compile("(<div class=\"scroll[^\"]*\">\\s*)?<table\\b[^>]*>|</table>");

  private static final List<String> PIECES =
      List.of(
          "<div class=\"scroll\">",
          "<div class=\"scroll frame\">\n",
          "<div>",
          "<table>",
          "<tables>",
          "<table id=\"a\"",
          ">",
          "</table>",
          "<",
          "text");

  @Test
  void matchesAreThoseOfASearchEverywhere() {
    int found = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      StringBuilder page = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        page.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String html = page.toString();
      List<String> expected = new ArrayList<>();
      PATTERN.matcher(html).results().forEach(each -> expected.add(each.start() + each.group()));
      List<String> matches = new ArrayList<>();
      Matcher matcher = PATTERN.matcher(html);
      LinkPlaces places = new LinkPlaces(html, List.of(LinkPlaces.REGION, "<table", "</table>"));
      while (places.next(matcher)) {
        matches.add(matcher.start() + matcher.group());
      }
      assertEquals(expected, matches, "seed " + seed + ": " + html);
      found += matches.size();
    }
    assertTrue(found > 500, "matches: " + found);
  }
}
