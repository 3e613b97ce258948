package org.parley.web.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.source.Source;
import org.parley.web.SmallWorld;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// Lists of sources by an index are those by looking at each.
@NullMarked
class SourceListsLawTest {

  private static final OpenCase OPEN = SmallWorld.open();

  @Test
  void aSourceIsRepeatedByThoseThatNameIt() {
    int found = 0;
    for (Source one : OPEN.view().sources()) {
      List<Source> by =
          OPEN.view().sources().stream().filter(each -> one.id().equals(each.relays())).toList();
      assertEquals(by, SourcePage.of(OPEN, one.id().value()).relayedBy(), one.id().value());
      found += by.size();
    }
    assertTrue(found > 0);
  }

  @Test
  void aSearchFindsWhatPublisherAndTitleHave() {
    List<Source> all = OPEN.view().sources().reversed();
    for (Source one : all) {
      for (String words : List.of(one.publisher(), one.title().text().substring(1), "e", "zzz")) {
        assertEquals(
            all.stream()
                .filter(
                    each ->
                        lower(each.publisher() + " " + each.title()).contains(lower(words.strip())))
                .limit(100)
                .toList(),
            SourcesPage.of(OPEN, new Query(Map.of("q", List.of(words)))).sources(),
            words);
      }
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
