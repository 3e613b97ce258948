package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;

class ReferencesLawTest {

  private final Set<String> inMaps = new TreeSet<>();

  /// Every id of a record is mentioned, with the way to it and who may know of it.
  @Test
  void everyIdIsMentionedWhereItStands() {
    for (int seed = 0; seed < 2; seed++) {
      for (CaseRecord record : Cases.withEverySecret(seed).records()) {
        List<String> ids = new ArrayList<>();
        Rewrite.ids(
            record,
            id -> {
              ids.add(id);
              return id;
            });
        List<References.Mention> mentions = References.of((Record) record);
        assertEquals(
            ids.stream().sorted().toList(),
            mentions.stream().map(each -> each.id().value()).sorted().toList(),
            () -> record.toString());
        mentions.forEach(each -> follow(each, (Record) record));
      }
    }
    assertTrue(inMaps.size() > 4, () -> "maps with ids: " + inMaps);
  }

  /// A walk for ids alone leaves out what can contain none; one for texts as well visits all.
  @Test
  void idsAreFoundWithoutTheTexts() {
    int[] texts = {0};
    for (int seed = 0; seed < 4; seed++) {
      for (CaseRecord record : Cases.withEverySecret(seed).records()) {
        assertEquals(
            References.of((Record) record, (_, _) -> texts[0]++), References.of((Record) record));
      }
    }
    assertTrue(texts[0] > 1_000, () -> texts[0] + " texts");
  }

  /// Goes the way that a mention names.
  private void follow(References.Mention mention, Record record) {
    List<Visibility> marks = new ArrayList<>();
    @Nullable Object at = record;
    boolean isKey = false;
    for (String part : mention.path()) {
      switch (Objects.requireNonNull(at, mention::toString)) {
        case Collection<?> list -> at = List.copyOf(list).get(Integer.parseInt(part));
        case Map<?, ?> map -> {
          inMaps.add(record.getClass().getSimpleName() + mention.path().getFirst());
          isKey = part.equals(mention.id().value());
          at =
              map.keySet().stream()
                  .filter(key -> key.toString().equals(part))
                  .findFirst()
                  .flatMap(key -> Optional.ofNullable(map.get(key)))
                  .orElseThrow();
        }
        case Record each -> {
          Stream.of(each.getClass().getRecordComponents())
              .filter(component -> component.getType() == Visibility.class)
              .forEach(component -> marks.add(mark(each, component.getName())));
          at = Rewrite.get(each, part);
        }
        case Object other -> throw new AssertionError(other + " on the way of " + mention);
      }
    }
    assertTrue(mention.id().equals(at) || isKey, mention::toString);
    assertEquals(marks, mention.visibility(), mention::toString);
    assertEquals(mention.path().getLast().equals("id"), mention.declares(), mention::toString);
  }

  private static Visibility mark(Record record, String component) {
    return (Visibility) Objects.requireNonNull(Rewrite.get(record, component));
  }
}
