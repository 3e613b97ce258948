package org.parley.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.SearchFolding;

/// The index against going through every record.
class SearchIndexOracleTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "9",
          " ",
          "-",
          "\u00e9",
          "e\u0301",
          "\u0130",
          "\u00df",
          "\ufb01",
          "\u0434",
          "\u4e2d",
          "\ud835\udd38",
          "\u00b2",
          "\u2014",
          "_",
          "'");

  /// The definition: letters, numbers and marks of the text without case and accents.
  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+").matcher(SearchFolding.of(text));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  @Test
  void wordsAreThoseOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(PIECES.get(random.nextInt(i % 2 == 0 ? 5 : PIECES.size())));
      }
      String given = text.toString();
      assertEquals(words(given), SearchIndex.words(given), given);
    }
  }

  /// A title is shown whole, wherever the word stands in it; a long text is cut.
  @Test
  void aTextThatFitsIsWhole() {
    String title = "The settlement of all that is left open, and of the dam";
    assertEquals(title, shown(title, title.length()));
    assertEquals("\u2026 the dam", shown(title, 20));
  }

  private static String shown(String text, int most) {
    return String.join(
        "",
        SearchIndex.marked(text, Set.of("dam"), most).stream()
            .map(SearchIndex.Part::text)
            .toList());
  }

  @Test
  void everyRecordWithTheWordsIsFoundAndNoOther() {
    for (long seed = 1; seed <= 5; seed++) {
      OpenCase open = new OpenCase(Cases.of(seed).viewFor(new Viewer.Mediator()));
      SearchIndex index = SearchIndex.of(open, _ -> {});
      List<String> begins = new ArrayList<>();
      for (CaseRecord each : open.view().records()) {
        words(RecordTitles.of(open.view(), each)).stream().limit(1).forEach(begins::add);
      }
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 30; i++) {
        String word = begins.get(random.nextInt(begins.size()));
        String asked = word.substring(0, 1 + random.nextInt(word.length()));
        assertEquals(
            withWord(open, asked),
            ids(index.search(Set.of(asked), Integer.MAX_VALUE)),
            "seed " + seed + ", " + asked);
      }
    }
  }

  private static Set<String> ids(Map<String, SearchIndex.FoundKind> found) {
    Set<String> ids = new TreeSet<>();
    found.forEach(
        (kind, of) -> {
          assertEquals(of.count(), of.first().size());
          for (CaseRecord each : of.first()) {
            assertEquals(kind, RecordForm.of(each).kind());
            ids.add(each.id().value());
          }
        });
    return ids;
  }

  @Test
  void theFirstOfAKindAreNamedAndAllAreCounted() {
    OpenCase open = new OpenCase(Cases.of(2).viewFor(new Viewer.Mediator()));
    SearchIndex index = SearchIndex.of(open, _ -> {});
    Map<String, SearchIndex.FoundKind> all = index.search(Set.of("p"), Integer.MAX_VALUE);
    assertFalse(all.isEmpty());
    for (int most = 1; most <= 3; most++) {
      Map<String, SearchIndex.FoundKind> some = index.search(Set.of("p"), most);
      assertEquals(all.keySet(), some.keySet());
      for (Map.Entry<String, SearchIndex.FoundKind> each : all.entrySet()) {
        SearchIndex.FoundKind of = each.getValue();
        SearchIndex.FoundKind first = Objects.requireNonNull(some.get(each.getKey()));
        assertEquals(of.count(), first.count());
        assertEquals(
            of.first().subList(0, Math.min(most, of.count())), first.first(), each.getKey());
      }
    }
  }

  private static Set<String> withWord(OpenCase open, String asked) {
    Set<String> found = new TreeSet<>();
    for (CaseRecord each : open.view().records()) {
      String text =
          RecordTitles.of(open.view(), each)
              + " "
              + String.join(" \u00b7 ", RecordForm.of(each).written(each).allWords());
      if (words(text).stream().anyMatch(word -> word.startsWith(asked))) {
        found.add(each.id().value());
      }
    }
    return found;
  }

  @Test
  void whileAnIndexIsMadeThePageSaysSo() {
    OpenCase open = new OpenCase(Cases.of(3).viewFor(new Viewer.Mediator()));
    List<Runnable> jobs = new ArrayList<>();
    SearchIndexing.of(open, 0, jobs::add);
    Query query = new Query(Map.of("q", List.of("point")));
    SearchPage waiting = SearchPage.of(open, query);
    assertEquals(new SearchPage.Making(0, open.view().records().size()), waiting.making());
    assertTrue(waiting.groups().isEmpty());
    jobs.forEach(Runnable::run);
    SearchPage page = SearchPage.of(open, query);
    assertNull(page.making());
    assertFalse(page.groups().isEmpty());
  }
}
